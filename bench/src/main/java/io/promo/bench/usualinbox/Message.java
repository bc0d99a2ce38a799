package io.promo.bench.usualinbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the view that shows messages as a textbook's table would have them; {@code messages.sql} makes it. */
@Entity
@Immutable
@Table(name = "usual_message")
@SuppressWarnings("NullAway.Init") // Hibernate sets them
public class Message {

    @Id
    private UUID messageId;

    private UUID userId;
    private UUID eventId;
    private LocalDate dispatchDate;
    private String subject;
    private String body;

    @Nullable
    private String link;

    private boolean read;

    @Nullable
    private Instant readAt;

    private Instant createdAt;
    private String state;

    /** As the list shows it. */
    record View(
            UUID messageId,
            UUID eventId,
            LocalDate dispatchDate,
            String subject,
            String body,
            @Nullable String link,
            boolean read,
            @Nullable Instant readAt,
            Instant createdAt,
            String state) {}

    View view() {
        return new View(messageId, eventId, dispatchDate, subject, body, link, read, readAt, createdAt, state);
    }
}
