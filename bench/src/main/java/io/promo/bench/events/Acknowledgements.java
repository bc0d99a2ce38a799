package io.promo.bench.events;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Notes when the broker acknowledged which event, in the very moment the producer learns it. Kafka makes it from the name of
 * its class, so what it notes belongs to the class.
 */
public final class Acknowledgements implements ProducerInterceptor<String, String> {

    private static final Map<String, Long> AT = new ConcurrentHashMap<>();

    /** When the broker acknowledged the event, by {@link System#nanoTime()}; null as long as it has not. */
    static @Nullable Long of(String eventId) {
        return AT.get(eventId);
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, @Nullable Exception error, Headers headers) {
        Header eventId = headers.lastHeader("eventId");
        if (error == null && eventId != null) {
            AT.putIfAbsent(new String(eventId.value(), StandardCharsets.UTF_8), System.nanoTime());
        }
    }

    @Override
    public ProducerRecord<String, String> onSend(ProducerRecord<String, String> event) {
        return event;
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
