package io.promo.dispatch.audience;

import io.promo.events.promotion.AudienceRules;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each field of an import may say, and its one canonical form: equal facts make equal rows. */
final class CustomerFields {

    static final int MAX_NAME = 200;
    static final int MAX_EMAIL = 254;
    static final int MAX_SEGMENT = AudienceRules.LONGEST_SEGMENT;
    static final int MAX_SEGMENTS = 50;

    private static final Pattern UUID_SHAPE =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern EMAIL_SHAPE =
            Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COUNTRY_SHAPE = Pattern.compile("[A-Za-z]{2}");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<String> TRUE = Set.of("true", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "0");
    private static final int REMEMBERED_LOCALES = 1_000;

    private final Map<String, String> locales = new HashMap<>();

    UUID userId(String value) throws RejectedLineException {
        // UUID.fromString alone takes shortened forms.
        if (!UUID_SHAPE.matcher(value).matches()) {
            throw new RejectedLineException("user_id: is not a UUID: " + CustomerText.shown(value));
        }
        return UUID.fromString(value);
    }

    String name(String value) throws RejectedLineException {
        if (value.isEmpty() || value.length() > MAX_NAME) {
            throw new RejectedLineException("name: must have 1 to " + MAX_NAME + " characters that can be seen");
        }
        return value;
    }

    String email(String value) throws RejectedLineException {
        if (value.length() > MAX_EMAIL
                || !value.isEmpty() && !EMAIL_SHAPE.matcher(value).matches()) {
            throw new RejectedLineException("email: is not an address: " + CustomerText.shown(value));
        }
        return value;
    }

    String country(String value) throws RejectedLineException {
        if (!value.isEmpty() && !COUNTRY_SHAPE.matcher(value).matches()) {
            throw new RejectedLineException(
                    "country: must be two letters (ISO 3166), such as DE: " + CustomerText.shown(value));
        }
        return value.toUpperCase(Locale.ROOT);
    }

    String locale(String value) throws RejectedLineException {
        if (value.isEmpty()) {
            return value;
        }
        String known = locales.get(value);
        if (known != null) {
            return known;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
            if (locales.size() < REMEMBERED_LOCALES) {
                locales.put(value, tag);
            }
            return tag;
        } catch (IllformedLocaleException e) {
            throw new RejectedLineException("locale: is not a BCP 47 tag, such as de-DE: " + CustomerText.shown(value));
        }
    }

    String timeZone(String value) throws RejectedLineException {
        if (value.isEmpty()) {
            return "UTC";
        }
        if (!ZONES.contains(value)) {
            throw new RejectedLineException(
                    "time_zone: is not an IANA time zone, such as Europe/Berlin: " + CustomerText.shown(value));
        }
        return value;
    }

    String segments(String value) throws RejectedLineException {
        List<String> segments = Arrays.stream(AudienceRules.SEPARATOR.split(value))
                .map(CustomerText::identifier)
                .filter(segment -> !segment.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (segments.size() > MAX_SEGMENTS || segments.stream().anyMatch(segment -> segment.length() > MAX_SEGMENT)) {
            throw new RejectedLineException("segments: at most " + MAX_SEGMENTS + ", each of at most " + MAX_SEGMENT
                    + " characters, separated by | or ;");
        }
        return segments.stream().collect(Collectors.joining("|"));
    }

    boolean unsubscribed(String value) throws RejectedLineException {
        String word = value.toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return true;
        }
        if (FALSE.contains(word)) {
            return false;
        }
        throw new RejectedLineException("unsubscribed: must be true or false: " + CustomerText.shown(value));
    }
}
