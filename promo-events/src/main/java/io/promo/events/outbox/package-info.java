/** The transactional outbox: records written in the business transaction, relayed to Kafka in order per key. */
@NullMarked
package io.promo.events.outbox;

import org.jspecify.annotations.NullMarked;
