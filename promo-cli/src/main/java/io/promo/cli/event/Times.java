package io.promo.cli.event;

import io.promo.cli.failure.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times as people type them: with an offset, or local to a zone. */
final class Times {

    private Times() {}

    /**
     * The instant that is meant; a local time that a change of the clock skips or repeats resolves as in the services.
     *
     * @param option for the message
     * @throws CommandFailure when it is no time
     */
    static Instant instant(String option, String text, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : ((LocalDateTime) parsed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailure.usage(
                    option + " is no time: " + text,
                    "Write 2026-05-01T09:00, or with an offset 2026-05-01T09:00+02:00.");
        }
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
