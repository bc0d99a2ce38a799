package io.promo.dispatch.testsend;

import static io.promo.dispatch.Promotions.OFFER;
import static io.promo.dispatch.Promotions.ZONE;
import static io.promo.dispatch.Promotions.at;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.sweep.RunCleanUp;
import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.TestSendRequested;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** Tests of drafts, as calendar-api hands them over. */
@ManagerTest
class TestSendRequestTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    Topics topics;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestServers servers;

    @Autowired
    RunCleanUp cleanUp;

    @Test
    void shouldSendADraftOnceAndSaySo() {
        UUID user = customer(false);
        TestSendRequested request = request(user.toString(), false, OFFER);
        String record = record(request, Instant.now());
        send(record);
        JsonNode sent = outcome(request);
        send(record.replaceFirst("\"eventId\":\"[^\"]+\"", "\"eventId\":\"" + UUID.randomUUID() + "\""));
        TestSendRequested after = request(user.toString(), true, OFFER);
        send(record(after, Instant.now()));

        assertThat(sent.path("state").asString()).isEqualTo("SENT");
        assertThat(sent.at("/message/subject").asString()).isEqualTo("[Test] Sale für Zoë");
        assertThat(sent.at("/message/userId").asString()).isEqualTo(user.toString());
        JsonNode rehearsed = outcome(after);
        assertThat(rehearsed.path("state").asString()).isEqualTo("REHEARSED");
        assertThat(rehearsed.at("/message/messageId").isNull()).isTrue();
        assertThat(messages(user, request.eventId()))
                .as("however often it is asked for")
                .isOne();
    }

    @Test
    void shouldKeepAnOutcomeForADayAndNoLonger() {
        TestSendRequested request = request(customer(false).toString(), true, OFFER);
        send(record(request, Instant.now()));
        outcome(request);

        age(request, "23 hours");
        assertThat(api.get("/test-sends/" + request.testId(), "operator").status())
                .isEqualTo(200);
        cleanUp.run();
        assertThat(kept(request)).isOne();

        age(request, "25 hours");
        assertThat(api.get("/test-sends/" + request.testId(), "operator").status())
                .isEqualTo(404);
        cleanUp.run();
        assertThat(kept(request)).isZero();
    }

    private void age(TestSendRequested request, String age) {
        owner().sql("UPDATE test_send SET at = now() - ?::interval WHERE test_id = ?")
                .params(age, request.testId())
                .update();
    }

    private long kept(TestSendRequested request) {
        return owner().sql("SELECT count(*) FROM test_send WHERE test_id = ?")
                .param(request.testId())
                .query(Long.class)
                .single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(servers.database(Database.DISPATCH).as(Role.OWNER));
    }

    @Test
    void shouldSayWhyNothingIsSent() {
        assertRefused(request(UUID.randomUUID().toString(), false, OFFER), 404, "does not exist");
        assertRefused(request("nobody@example.org", false, OFFER), 404, "nobody@example.org");
        assertRefused(request(customer(true).toString(), true, OFFER), 409, "wants no promotions");
        TestSendRequested old = request(customer(false).toString(), false, OFFER);
        send(record(old, Instant.now().minus(Duration.ofHours(2))));
        assertThat(outcome(old).path("detail").asString()).contains("ask again");
    }

    @Test
    void shouldPutAsideWhatCannotBeTriedOutAndGoOn() {
        String user = customer(false).toString();
        TestSendRequested poison = request(user, false, new PromotionPackage("MESSAGE", null, "fr", OFFER.content()));
        send(record(poison, Instant.now()));
        TestSendRequested next = request(user, true, OFFER);
        send(record(next, Instant.now()));

        outcome(next);
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(api.get("/dead-letters?limit=100")
                                .body()
                                .path("items")
                                .valueStream()
                                .map(letter -> letter.path("value").asString()))
                        .anyMatch(value -> value.contains(poison.testId().toString())));
    }

    @Test
    void shouldShowTheOutcomeToThoseOnlyWhoMayAsk() {
        assertThat(api.get("/test-sends/" + UUID.randomUUID(), "viewer").status())
                .isEqualTo(403);
        assertThat(api.get("/test-sends/" + UUID.randomUUID(), "operator").status())
                .isEqualTo(404);
    }

    private void assertRefused(TestSendRequested request, int status, String detail) {
        send(record(request, Instant.now()));
        JsonNode outcome = outcome(request);
        assertThat(outcome.path("state").asString()).isEqualTo("REFUSED");
        assertThat(outcome.path("status").asInt()).isEqualTo(status);
        assertThat(outcome.path("detail").asString()).contains(detail);
        assertThat(outcome.path("message").isNull()).isTrue();
    }

    private JsonNode outcome(TestSendRequested request) {
        return await().atMost(BOUND)
                .until(() -> api.get("/test-sends/" + request.testId(), "operator"), answer -> answer.status() == 200)
                .body();
    }

    private static TestSendRequested request(String user, boolean dryRun, PromotionPackage offer) {
        return new TestSendRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "Sale",
                at(today(), 0),
                at(today().plusDays(1), 23),
                ZONE.getId(),
                offer,
                user,
                dryRun,
                "admin");
    }

    private String record(TestSendRequested request, Instant at) {
        return codec.encode(new Envelope<>(
                UUID.randomUUID(), EventType.TEST_SEND_REQUESTED.name(), at, "calendar-api", 1, null, request));
    }

    private void send(String record) {
        kafka.send(topics.name(Topic.PROMOTION_TESTS), "test", record).join();
    }

    private UUID customer(boolean unsubscribed) {
        UUID user = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO customer (user_id, display_name, locale, unsubscribed, unsubscribed_at)
                        VALUES (?, 'Zoë', 'de-AT', ?, CASE WHEN ? THEN now() END)""").params(user, unsubscribed, unsubscribed).update();
        return user;
    }

    private long messages(UUID user, UUID triedOut) {
        return JdbcClient.create(servers.database(Database.INBOX).as(Role.OWNER))
                .sql(
                        "SELECT count(*) FROM message m JOIN message_template t USING (template_id) WHERE user_id = ? AND test_of = ?")
                .params(user, triedOut)
                .query(Long.class)
                .single();
    }
}
