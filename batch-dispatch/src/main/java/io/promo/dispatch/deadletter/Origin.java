package io.promo.dispatch.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.promo.events.consumer.DeadLetterSize;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Where a dead letter comes from and why it died, as the headers say; where they do not, the dead letter's own place.
 *
 * @param topic the topic it failed on
 * @param cutFrom how many characters the value had before it was cut to fit; null where it is whole
 */
record Origin(
        String topic,
        int partition,
        long offset,
        String cause,
        @Nullable Integer cutFrom) {

    static Origin of(ConsumerRecord<?, ?> record) {
        String topic = text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC);
        byte[] partition = value(record, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES);
        byte[] offset = value(record, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES);
        String cause = text(record, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        return new Origin(
                topic == null ? record.topic() : topic,
                partition == null
                        ? record.partition()
                        : ByteBuffer.wrap(partition).getInt(),
                offset == null ? record.offset() : ByteBuffer.wrap(offset).getLong(),
                consumer(record) + (cause == null ? "the record does not say why" : cause),
                cutFrom(record));
    }

    /** Several services read a topic, and one may fail where the others do not. */
    private static String consumer(ConsumerRecord<?, ?> record) {
        String group = text(record, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
        return group == null ? "" : group + ": ";
    }

    /** Anybody may write headers: one that is no number still says that something is missing. */
    private static @Nullable Integer cutFrom(ConsumerRecord<?, ?> record) {
        String characters = text(record, DeadLetterSize.CUT_FROM);
        if (characters == null) {
            return null;
        }
        try {
            return Integer.valueOf(characters);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String header) {
        byte[] value = value(record, header);
        return value == null ? null : new String(value, UTF_8);
    }

    private static byte @Nullable [] value(ConsumerRecord<?, ?> record, String name, int length) {
        byte[] value = value(record, name);
        return value == null || value.length != length ? null : value;
    }

    private static byte @Nullable [] value(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
