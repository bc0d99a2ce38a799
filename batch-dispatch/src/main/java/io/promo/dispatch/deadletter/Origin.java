package io.promo.dispatch.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Where a dead letter comes from and why it died, as the headers say.
 *
 * @param topic the topic it failed on; the dead-letter topic itself when the headers do not say
 */
record Origin(String topic, int partition, String cause) {

    private static final String UNKNOWN = "the record does not say";

    static Origin of(ConsumerRecord<?, ?> record) {
        String topic = text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC);
        byte[] partition = value(record, KafkaHeaders.DLT_ORIGINAL_PARTITION);
        String message = text(record, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        return new Origin(
                topic == null ? record.topic() : topic,
                partition == null || partition.length != Integer.BYTES
                        ? 0
                        : ByteBuffer.wrap(partition).getInt(),
                message == null ? UNKNOWN : message);
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String header) {
        byte[] value = value(record, header);
        return value == null ? null : new String(value, UTF_8);
    }

    private static byte @Nullable [] value(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
