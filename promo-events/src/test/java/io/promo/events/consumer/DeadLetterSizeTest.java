package io.promo.events.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterSizeTest {

    private static final String MESSAGE = "kafka_dlt-exception-message";

    @Property(tries = 100)
    void shouldFitIntoAMebibyteWhateverTheRecordWas(
            @ForAll @IntRange(max = 400_000) int key,
            @ForAll @IntRange(max = 400_000) int value,
            @ForAll @IntRange(max = 100) int headers,
            @ForAll @IntRange(max = 400_000) int header) {
        var fitted = DeadLetterSize.fit(record("€".repeat(key), "€".repeat(value), headers, header));

        long size = bytes(fitted.key())
                + bytes(fitted.value())
                + Stream.of(fitted.headers().toArray())
                        .mapToLong(it -> it.key().length() + it.value().length + 10)
                        .sum();
        assertThat(size).isLessThan(1_000_000);
        assertThat(header(fitted, MESSAGE)).startsWith("the cause");
    }

    @Test
    void shouldLeaveAloneWhatFits() {
        var fitted = DeadLetterSize.fit(record("key", "value", 3, 10));

        assertThat(fitted).isEqualTo(record("key", "value", 3, 10));
    }

    @Test
    void shouldSayHowLongACutValueWas() {
        var fitted = DeadLetterSize.fit(record("key", "x".repeat(300_000), 0, 0));

        assertThat((String) fitted.value()).hasSize(DeadLetterSize.LONGEST_VALUE_CHARACTERS);
        assertThat(header(fitted, DeadLetterSize.CUT_FROM)).isEqualTo("300000");
    }

    private static ProducerRecord<Object, Object> record(String key, String value, int headers, int header) {
        var all = new RecordHeaders();
        for (int i = 0; i < headers; i++) {
            all.add("foreign" + i, new byte[header]);
        }
        all.add(MESSAGE, ("the cause" + "!".repeat(header)).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>("topic", 0, key, value, all);
    }

    private static String header(ProducerRecord<Object, Object> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static int bytes(Object text) {
        return text == null ? 0 : ((String) text).getBytes(StandardCharsets.UTF_8).length;
    }
}
