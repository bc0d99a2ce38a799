package io.promo.events.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer was erased on request; whoever holds data of theirs erases it too.
 *
 * @param userId the customer; also the Kafka key
 * @param forgottenAt when, by the dispatch database's clock
 */
public record CustomerForgotten(UUID userId, Instant forgottenAt) {}
