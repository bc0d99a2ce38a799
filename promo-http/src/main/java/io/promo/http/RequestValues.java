package io.promo.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a value in a request is to be written, wherever it stands: in a body, a query, a path or a header. There is one
 * spelling of each kind, nothing of a value is dropped or guessed, and what is accepted the database can keep.
 */
public final class RequestValues {

    static final String WHOLE_NUMBER = "a whole number";
    static final String TRUE_OR_FALSE = "true or false";
    static final String UUID_SHAPE = "a UUID";
    static final String INSTANT = "an instant such as 2026-05-01T09:00:00Z";
    static final String DATE = "a date such as 2026-05-01";

    /** Promotions lie between these; the database could keep more. */
    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);
    private static final Instant FIRST_INSTANT =
            FIRST_DATE.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant AFTER_LAST_INSTANT =
            LAST_DATE.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Pattern UUID_PATTERN =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DIGITS = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            String.class, RequestValues::text,
            UUID.class, RequestValues::uuid,
            Instant.class, RequestValues::instant,
            LocalDate.class, RequestValues::date,
            Integer.class, RequestValues::integer,
            int.class, RequestValues::integer,
            Long.class, RequestValues::number,
            long.class, RequestValues::number,
            Boolean.class, RequestValues::flag,
            boolean.class, RequestValues::flag);

    private RequestValues() {}

    /** What reads a text, by the type of its value; each may throw {@link BadValue}. */
    static Map<Class<?>, Function<String, ?>> readers() {
        return READERS;
    }

    /**
     * Reads values of that type, or constants of it by their names.
     *
     * @throws IllegalStateException where there is no spelling for the type
     */
    static Function<String, ?> reader(Class<?> type) {
        Function<String, ?> reader = READERS.get(type);
        if (reader == null && !type.isEnum()) {
            throw new IllegalStateException("no value of a request is written as " + type);
        }
        return reader == null ? text -> constant(type, text) : reader;
    }

    /** Says which constants there are, as a refusal tells it. */
    static String oneOf(Class<?> type, Function<Object, String> name) {
        return "must be one of "
                + Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "));
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> ((Enum<?>) it).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadValue(oneOf(type, Object::toString)));
    }

    /** Whether the instant lies in the years 2000 to 2199, in UTC: only those are read from a request. */
    public static boolean covers(Instant instant) {
        return !instant.isBefore(FIRST_INSTANT) && instant.isBefore(AFTER_LAST_INSTANT);
    }

    /** PostgreSQL's texts have no U+0000, and half a surrogate pair is no character. */
    static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new BadValue("contains U+0000, which cannot be kept; take it out");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new BadValue("contains half a character, an unpaired surrogate; take it out");
        }
        return text;
    }

    static LocalDate date(String text) {
        try {
            return inRange(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw mustBe(DATE);
        }
    }

    static Instant instant(String text) {
        try {
            return inRange(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw mustBe(INSTANT);
        }
    }

    static UUID uuid(String text) {
        if (!UUID_PATTERN.matcher(text).matches()) {
            throw mustBe(UUID_SHAPE);
        }
        return UUID.fromString(text);
    }

    static Integer integer(String text) {
        long number = number(text);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw mustBe(WHOLE_NUMBER + " of at most " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    static Long number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw mustBe(WHOLE_NUMBER);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw mustBe(WHOLE_NUMBER + " of at most " + Long.MAX_VALUE);
        }
    }

    static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw mustBe(TRUE_OR_FALSE);
        }
        return text.equals("true");
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw mustBe("between " + FIRST_DATE + " and " + LAST_DATE);
        }
        return date;
    }

    private static Instant inRange(Instant instant) {
        if (!covers(instant)) {
            throw mustBe("between " + FIRST_INSTANT + " and " + AFTER_LAST_INSTANT);
        }
        return instant;
    }

    private static BadValue mustBe(String wanted) {
        return new BadValue("must be " + wanted);
    }
}
