package io.promo.events.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer unsubscribed from promotions, or came back.
 *
 * @param userId the customer; also the Kafka key
 * @param version grows by one with each change of this customer's preferences, from 1; late ones are ignored
 * @param unsubscribed true: no promotions
 * @param changedAt when, by the inbox database's clock
 * @param importedBy user name of whoever imported a file that said so, of which an {@link UnsubscriptionImported} told;
 *     null: the customer said so
 */
public record PreferenceChanged(
        UUID userId,
        long version,
        boolean unsubscribed,
        Instant changedAt,
        @Nullable String importedBy) {

    /** What the customer said. */
    public PreferenceChanged(UUID userId, long version, boolean unsubscribed, Instant changedAt) {
        this(userId, version, unsubscribed, changedAt, null);
    }
}
