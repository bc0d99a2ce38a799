/**
 * What crosses services: the envelope every Kafka event travels in, its types, and the one declared list of topics.
 *
 * <p>To say something: {@link io.promo.events.outbox.Outbox#append} in the transaction of the fact. To hear it:
 *
 * <pre>{@code
 * @KafkaListener(topics = "#{@topics.name('PROMOTION_EVENTS')}", groupId = "inbox-api")
 * void hear(String value) {
 *     var event = codec.decode(value, EventType.PROMOTION_CHANGED);
 *     consumed.once("inbox-api.event-state", event, () -> states.apply(event.payload()));
 * }
 * }</pre>
 *
 * Whatever the listener throws is dealt with: an outage is waited out, what can never succeed goes to the topic's
 * dead-letter topic, anything else does after a few tries.
 */
@NullMarked
package io.promo.events;

import org.jspecify.annotations.NullMarked;
