package io.promo.events.consumer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes a dead letter fit into the mebibyte that Kafka takes by default, whatever the record was: the value is cut, a long
 * key left out, long headers are cut, and if there are still too many, only those about the failure stay.
 */
public final class DeadLetterSize {

    /** Three bytes each at most. */
    static final int LONGEST_VALUE_CHARACTERS = 256 * 1024;

    /** Header that says how many characters the value had before it was cut; absent when it is whole. */
    public static final String CUT_FROM = "kafka_dlt-cut-from";

    private static final String ABOUT_THE_FAILURE = "kafka_dlt-";
    private static final int LONGEST_KEY_CHARACTERS = 1_024;
    private static final int LONGEST_HEADER_BYTES = 2_048;
    private static final int ALL_HEADERS_BYTES = 64 * 1024;

    private DeadLetterSize() {}

    static ProducerRecord<Object, Object> fit(ProducerRecord<Object, Object> whole) {
        Headers headers = whole.headers();
        cut(headers);
        return new ProducerRecord<>(
                whole.topic(), whole.partition(), key(whole.key()), value(whole.value(), headers), headers);
    }

    private static @Nullable Object key(@Nullable Object key) {
        return key instanceof String text && text.length() > LONGEST_KEY_CHARACTERS ? null : key;
    }

    private static @Nullable Object value(@Nullable Object value, Headers headers) {
        if (value instanceof String text && text.length() > LONGEST_VALUE_CHARACTERS) {
            headers.add(CUT_FROM, Integer.toString(text.length()).getBytes(StandardCharsets.UTF_8));
            return text.substring(0, LONGEST_VALUE_CHARACTERS);
        }
        return value;
    }

    private static void cut(Headers headers) {
        Header[] all = headers.toArray();
        boolean tooMany = Stream.of(all).mapToLong(DeadLetterSize::size).sum() > ALL_HEADERS_BYTES;
        Stream.of(all).map(Header::key).distinct().forEach(headers::remove);
        for (Header header : all) {
            if (!tooMany || header.key().startsWith(ABOUT_THE_FAILURE)) {
                headers.add(header.key(), cut(header.value()));
            }
        }
    }

    private static long size(Header header) {
        return header.key().length()
                + (header.value() == null ? 0 : Math.min(header.value().length, LONGEST_HEADER_BYTES));
    }

    private static byte @Nullable [] cut(byte @Nullable [] value) {
        return value == null || value.length <= LONGEST_HEADER_BYTES
                ? value
                : Arrays.copyOf(value, LONGEST_HEADER_BYTES);
    }
}
