package io.promo.events.promotion;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a window and what belongs to it must be like. */
public final class WindowRules {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** Strict, since otherwise 24:00 is read as 00:00 of the same day. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm[:ss]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private WindowRules() {}

    /** Finds what is wrong with start and end. */
    public static void check(Violations findings, @Nullable Instant start, @Nullable Instant end) {
        findings.check(start != null, "startDatetime", "is missing");
        findings.check(end != null, "endDatetime", "is missing");
        boolean startKept = instant(findings, "startDatetime", start);
        boolean endKept = instant(findings, "endDatetime", end);
        if (start != null && end != null && startKept && endKept) {
            findings.check(end.isAfter(start), "endDatetime", "must be after startDatetime");
            findings.check(
                    Duration.between(start, end).compareTo(PromotionWindow.LONGEST) <= 0,
                    "endDatetime",
                    "is more than " + PromotionWindow.LONGEST.toDays()
                            + " days after startDatetime; plan a series of events");
        }
    }

    /** Whether the instant, if there is one, is such that the database can keep it. */
    public static boolean instant(Violations findings, String field, @Nullable Instant instant) {
        boolean kept = instant == null || (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST));
        findings.check(kept, field, "must lie between " + EARLIEST + " and " + LATEST);
        return kept;
    }

    /**
     * The zone of that name, null where there is none. Names only: {@code +02:00} would know no summer time, and databases read its sign
     * the other way round.
     */
    public static @Nullable ZoneId zone(Violations findings, @Nullable String zone) {
        String name = Objects.requireNonNullElse(zone, "");
        if (ZONES.contains(name)) {
            return ZoneId.of(name);
        }
        String problem = name.isBlank() ? "is missing" : "\"" + name + "\" is unknown";
        findings.add("timeZone", problem + "; give an IANA zone such as Europe/Berlin");
        return null;
    }

    /** The local time of {@code HH:mm} or {@code HH:mm:ss}; null where there is none, or none such. */
    public static @Nullable LocalTime time(Violations findings, @Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            return LocalTime.parse(time, TIME);
        } catch (DateTimeException e) {
            findings.add("dispatchTime", "\"" + time + "\" is no local time such as 09:00 or 09:00:30");
            return null;
        }
    }
}
