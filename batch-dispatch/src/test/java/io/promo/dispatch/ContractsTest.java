package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topics;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.TestSendRequested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** Replays the sample of every frozen version of each event that dispatch consumes. */
@ManagerTest
class ContractsTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Autowired
    private EventCodec codec;

    @Autowired
    private KafkaTemplate<String, String> kafka;

    @Autowired
    private Topics topics;

    @Autowired
    private JdbcClient jdbc;

    static IntStream promotionVersions() {
        return IntStream.rangeClosed(1, EventType.PROMOTION_CHANGED.schemaVersion());
    }

    static IntStream preferenceVersions() {
        return IntStream.rangeClosed(1, EventType.PREFERENCE_CHANGED.schemaVersion());
    }

    @ParameterizedTest
    @MethodSource("promotionVersions")
    void shouldScheduleAPromotion(int version) throws IOException {
        PromotionChanged changed = replay(EventType.PROMOTION_CHANGED, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "SELECT title || ', ' || time_zone FROM schedule WHERE event_id = ? AND version = ?")
                                .params(changed.eventId(), changed.version())
                                .query(String.class)
                                .optional())
                        .contains(changed.title() + ", " + changed.timeZone()));
    }

    @ParameterizedTest
    @MethodSource("preferenceVersions")
    void shouldRememberAPreference(int version) throws IOException {
        PreferenceChanged changed = replay(EventType.PREFERENCE_CHANGED, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("SELECT unsubscribed FROM preference WHERE user_id = ? AND version = ?")
                                        .params(changed.userId(), changed.version())
                                        .query(Boolean.class)
                                        .optional())
                        .contains(changed.unsubscribed()));
    }

    static IntStream testVersions() {
        return IntStream.rangeClosed(1, EventType.TEST_SEND_REQUESTED.schemaVersion());
    }

    @ParameterizedTest
    @MethodSource("testVersions")
    void shouldAnswerForATest(int version) throws IOException {
        TestSendRequested request = replay(EventType.TEST_SEND_REQUESTED, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(jdbc.sql("SELECT state FROM test_send WHERE test_id = ?")
                                .param(request.testId())
                                .query(String.class)
                                .optional())
                        .as("asked for long ago")
                        .contains("REFUSED"));
    }

    private <T> T replay(EventType<T> type, int version) throws IOException {
        String sample = new ClassPathResource("contracts/" + type.name() + "/" + version + ".sample.json")
                .getContentAsString(StandardCharsets.UTF_8);
        kafka.send(topics.name(type.topic()), "sample", sample).join();
        return codec.decode(sample, type).payload();
    }
}
