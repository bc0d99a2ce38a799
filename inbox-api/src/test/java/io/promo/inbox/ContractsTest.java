package io.promo.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.customer.CustomerForgotten;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.promotion.PromotionChanged;
import io.promo.sql.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Replays the sample of every frozen version of each event that the inbox consumes. */
class ContractsTest extends InboxTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    private EventCodec codec;

    static IntStream promotionVersions() {
        return IntStream.rangeClosed(1, EventType.PROMOTION_CHANGED.schemaVersion());
    }

    static IntStream runVersions() {
        return IntStream.rangeClosed(1, EventType.RUN_ENDED.schemaVersion());
    }

    static IntStream forgottenVersions() {
        return IntStream.rangeClosed(1, EventType.CUSTOMER_FORGOTTEN.schemaVersion());
    }

    static IntStream importVersions() {
        return IntStream.rangeClosed(1, EventType.UNSUBSCRIPTION_IMPORTED.schemaVersion());
    }

    @ParameterizedTest
    @MethodSource("promotionVersions")
    void shouldRememberTheStateOfAPromotion(int version) throws IOException {
        PromotionChanged changed = replay(EventType.PROMOTION_CHANGED, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(as(Role.INBOX)
                                .sql("SELECT status FROM event_state WHERE event_id = ? AND version = ?")
                                .params(changed.eventId(), changed.version())
                                .query(String.class)
                                .optional())
                        .contains(changed.status()));
    }

    @ParameterizedTest
    @MethodSource("runVersions")
    void shouldTakeNoteOfAnEndedRun(int version) throws IOException {
        UUID eventId = codec.decode(sample(EventType.RUN_ENDED, version)).eventId();
        RunEnded ended = replay(EventType.RUN_ENDED, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(as(Role.INBOX)
                                .sql("SELECT consumer FROM consumed_event WHERE event_id = ?")
                                .param(eventId)
                                .query(String.class)
                                .list())
                        .as("who has heard of run %s", ended.runId())
                        .contains("inbox-vacuum"));
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(as(Role.INBOX)
                                .sql("SELECT delivered FROM dispatched_run WHERE event_id = ? AND generation = ?")
                                .params(ended.eventId(), ended.generation())
                                .query(Long.class)
                                .optional())
                        .contains(ended.delivered()));
    }

    @ParameterizedTest
    @MethodSource("forgottenVersions")
    void shouldEraseAForgottenCustomer(int version) throws IOException {
        CustomerForgotten expected = codec.decode(
                        sample(EventType.CUSTOMER_FORGOTTEN, version), EventType.CUSTOMER_FORGOTTEN)
                .payload();
        UUID event = UUID.randomUUID();
        deliver(expected.userId(), event, today, template(event, SUBJECT, ""));

        replay(EventType.CUSTOMER_FORGOTTEN, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(as(Role.OWNER)
                                .sql("SELECT count(*) FROM inbox_message WHERE user_id = ?")
                                .param(expected.userId())
                                .query(Integer.class)
                                .single())
                        .isZero());
    }

    @ParameterizedTest
    @MethodSource("importVersions")
    void shouldTakeOverAnImportedUnsubscription(int version) throws IOException {
        UnsubscriptionImported imported = replay(EventType.UNSUBSCRIPTION_IMPORTED, version);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(as(Role.OWNER)
                                .sql("SELECT imported_by FROM preference WHERE user_id = ? AND unsubscribed")
                                .param(imported.userId())
                                .query(String.class)
                                .optional())
                        .contains(imported.importedBy()));
    }

    private <T> T replay(EventType<T> type, int version) throws IOException {
        String sample = sample(type, version);
        send(type.topic(), user, sample);
        Envelope<T> event = codec.decode(sample, type);
        return event.payload();
    }

    private static String sample(EventType<?> type, int version) throws IOException {
        return new ClassPathResource("contracts/" + type.name() + "/" + version + ".sample.json")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
