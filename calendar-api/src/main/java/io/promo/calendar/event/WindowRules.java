package io.promo.calendar.event;

import io.promo.events.promotion.PromotionWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a window and what belongs to it must be like. */
final class WindowRules {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm[:ss]", Locale.ROOT);
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private WindowRules() {}

    static void check(Findings findings, @Nullable Instant start, @Nullable Instant end) {
        findings.check(start != null, "startDatetime", "is missing");
        findings.check(end != null, "endDatetime", "is missing");
        if (start != null && end != null) {
            findings.check(end.isAfter(start), "endDatetime", "must be after startDatetime");
            findings.check(
                    Duration.between(start, end).compareTo(PromotionWindow.LONGEST) <= 0,
                    "endDatetime",
                    "is more than " + PromotionWindow.LONGEST.toDays()
                            + " days after startDatetime; plan a series of events");
        }
    }

    /** Names only: {@code +02:00} would know no summer time, and databases read its sign the other way round. */
    static @Nullable ZoneId zone(Findings findings, @Nullable String zone) {
        String name = Objects.requireNonNullElse(zone, "");
        if (ZONES.contains(name)) {
            return ZoneId.of(name);
        }
        String problem = name.isBlank() ? "is missing" : "\"" + name + "\" is unknown";
        findings.add("timeZone", problem + "; give an IANA zone such as Europe/Berlin");
        return null;
    }

    static @Nullable LocalTime time(Findings findings, @Nullable String time) {
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
