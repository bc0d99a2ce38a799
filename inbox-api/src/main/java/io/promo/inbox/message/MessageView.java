package io.promo.inbox.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as its owner sees it. */
@Schema(name = "Message")
record MessageView(
        UUID messageId,
        UUID eventId,

        @Schema(description = "Local date, in the event's time zone, of the dispatch that brought it.")
        LocalDate dispatchDate,

        @Schema(description = "Plain text, one line. Not HTML: show it as text.")
        String subject,

        @Schema(description = "Plain text, any number of lines. Not HTML: show it as text.")
        String body,

        @Schema(description = "Where the message leads: an absolute http or https URL; null: nowhere.") @Nullable
        String link,

        boolean read,

        @Schema(description = "When it was first read; stays when it is marked unread again.") @Nullable
        Instant readAt,

        Instant createdAt,

        @Schema(description = "ENDED and CANCELLED messages are shown, but not highlighted and not counted.")
        MessageState state,

        @Schema(description = "Sent by hand to try the event out.")
        boolean test) {

    static MessageView of(StoredMessage message, Template template) {
        Template.Text text = template.render(message.params());
        return new MessageView(
                message.messageId(),
                message.eventId(),
                message.dispatchDate(),
                text.subject(),
                text.body(),
                template.webLink(),
                message.read(),
                message.readAt(),
                message.createdAt(),
                message.state(),
                template.test());
    }
}
