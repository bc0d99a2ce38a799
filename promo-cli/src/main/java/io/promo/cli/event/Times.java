package io.promo.cli.event;

import io.promo.cli.failure.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Times as people type them: with an offset, or local to a zone. */
final class Times {

    private Times() {}

    /**
     * The instant that is meant.
     *
     * @param option for the message
     * @throws CommandFailure when it is no time, or a local one that a change of the clock skips or repeats
     */
    static Instant instant(String option, String text, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : local(option, (LocalDateTime) parsed, zone);
        } catch (DateTimeException e) {
            throw CommandFailure.usage(
                    option + " is no time: " + text,
                    "Write 2026-05-01T09:00, or with an offset 2026-05-01T09:00+02:00.");
        }
    }

    /** Nothing is guessed: where no dispatch time is given, every later day would be due at the time that was taken. */
    private static Instant local(String option, LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return time.toInstant(offsets.get(0));
        }
        if (offsets.isEmpty()) {
            throw CommandFailure.usage(
                    option + " " + time + " is skipped by the clock in " + zone,
                    "Write the time that it shows then, " + time.atZone(zone).toLocalDateTime() + ", or another.");
        }
        throw CommandFailure.usage(
                option + " " + time + " comes twice in " + zone + ", as the clock goes back",
                "Write it with its offset: " + time.atOffset(offsets.get(0)) + " or " + time.atOffset(offsets.get(1))
                        + ".");
    }

    /**
     * The zone of that name.
     *
     * @throws CommandFailure when there is none
     */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw CommandFailure.usage("--zone is no time zone: " + name, "Write an IANA name such as Europe/Berlin.");
        }
    }
}
