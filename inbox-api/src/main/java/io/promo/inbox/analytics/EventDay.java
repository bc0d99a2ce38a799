package io.promo.inbox.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one event's messages of one dispatch date. */
record EventDay(
        UUID eventId,

        @Schema(description = "null: calendar-api has not told of the event yet.") @Nullable
        String title,

        LocalDate dispatchDate,

        @Schema(description = "Messages that reached an inbox, as of the last end of a run of that date.")
        long sent,

        @Schema(description = "Messages read at least once, 0 to sent.")
        long read,

        @Schema(description = "read / sent, 0 to 1; null: nothing was sent.") @Nullable
        Double readRate,

        TimeToRead timeToRead) {

    static EventDay of(UUID eventId, @Nullable String title, LocalDate date, long sentAtLeast, TimeToRead timeToRead) {
        long read = timeToRead.reads();
        // What has been read was sent: a restarted run may have brought more than it had when it last ended.
        long sent = Math.max(sentAtLeast, read);
        return new EventDay(eventId, title, date, sent, read, sent == 0 ? null : (double) read / sent, timeToRead);
    }
}
