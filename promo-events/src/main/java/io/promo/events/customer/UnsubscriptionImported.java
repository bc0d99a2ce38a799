package io.promo.events.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of customers said that somebody wants no promotions. Dispatch sends them none from then on; whoever keeps what
 * customers want takes it over and says so with a {@link PreferenceChanged} that names the importer, whatever it knew.
 *
 * @param userId the customer; also the Kafka key
 * @param importedBy user name of whoever imported the file
 * @param importedAt when, by the dispatch database's clock
 */
public record UnsubscriptionImported(UUID userId, String importedBy, Instant importedAt) {}
