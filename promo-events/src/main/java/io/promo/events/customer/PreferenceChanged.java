package io.promo.events.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer unsubscribed from promotions, or came back.
 *
 * @param userId the customer; also the Kafka key
 * @param version grows by one with each change of this customer's preferences, from 1; late ones are ignored
 * @param unsubscribed true: no promotions
 * @param changedAt when, by the inbox database's clock
 */
public record PreferenceChanged(UUID userId, long version, boolean unsubscribed, Instant changedAt) {}
