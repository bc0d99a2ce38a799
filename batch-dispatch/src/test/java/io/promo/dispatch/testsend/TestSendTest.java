package io.promo.dispatch.testsend;

import static io.promo.dispatch.Promotions.OFFER;
import static io.promo.dispatch.Promotions.ZONE;
import static io.promo.dispatch.Promotions.at;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.sweep.RunCleanUp;
import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.message.MessageId;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.TestSendRequested;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** Tests of events, drafts, too, as calendar-api hands them over. */
@ManagerTest
class TestSendTest {

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
    void shouldDeliverOneMessageMarkedAsATest() {
        UUID user = customer("de-AT", false);
        TestSendRequested request = request(user.toString(), false, OFFER);
        JsonNode sent = sendAndWait(request);

        assertThat(sent.path("state").asString()).isEqualTo("SENT");
        assertThat(sent.at("/message/userId").asString()).isEqualTo(user.toString());
        assertThat(sent.at("/message/subject").asString()).isEqualTo("[Test] Sale für Zoë");
        String tomorrow = today().plusDays(1).format(DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN));
        assertThat(sent.at("/message/body").asString()).isEqualTo("Bis " + tomorrow);
        Map<String, Object> message =
                inbox(Role.OWNER).sql("""
                        SELECT m.dispatch_date, m.event_id, t.test_of, t.subject, t.body, params[1] AS name
                        FROM inbox_message_detail m JOIN message_template t USING (template_id) WHERE user_id = ?
                        """).param(user).query().singleRow();
        assertThat(message)
                .containsEntry("dispatch_date", Date.valueOf(today()))
                .containsEntry("test_of", request.eventId())
                .containsEntry("subject", "[Test] Sale für {{name}}")
                .containsEntry("body", "Bis " + tomorrow)
                .containsEntry("name", "Zoë");
        assertThat(sent.at("/message/messageId").asString())
                .isEqualTo(MessageId.of(user, (UUID) message.get("event_id"), today())
                        .toString());
        assertThat(message.get("event_id"))
                .as("never in the way of the real one")
                .isNotEqualTo(request.eventId());
    }

    @Test
    void shouldSendATestOnceHoweverOftenItIsRead() {
        UUID user = customer("en", false);
        String record = record(request(user.toString(), false, OFFER), Instant.now());
        send(record);
        send(record.replaceFirst("\"eventId\":\"[^\"]+\"", "\"eventId\":\"" + UUID.randomUUID() + "\""));
        JsonNode rehearsed = sendAndWait(request(user.toString(), true, OFFER));

        assertThat(rehearsed.path("state").asString()).isEqualTo("REHEARSED");
        assertThat(rehearsed.at("/message/messageId").isNull()).isTrue();
        assertThat(messages(user)).as("of a rehearsal there is none").isOne();
        sendAndWait(request(user.toString(), false, OFFER));
        assertThat(messages(user)).as("each test is one of its own").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"zh-Hant-TW, zh-Hant", "zh-Hant-HK-x-vip, zh-Hant", "zh-TW, zh", "fr-FR, en", "'', en"})
    void shouldChooseTheTextTagByTag(String locale, String chosen) {
        Content text = new Content("Sale", "Now");
        PromotionPackage offer = new PromotionPackage(
                PromotionPackage.MESSAGE, null, "en", Map.of("en", text, "zh", text, "zh-Hant", text));

        JsonNode outcome = sendAndWait(request(customer(locale, false).toString(), true, offer));

        assertThat(outcome.at("/message/locale").asString()).isEqualTo(chosen);
    }

    @Test
    void shouldFindTheCustomerByTheAddress() {
        UUID user = customer("en", false);
        jdbc.sql("UPDATE customer SET email = 'Zoe.' || user_id || '@example.org' WHERE user_id = ?")
                .param(user)
                .update();

        JsonNode sent = sendAndWait(request("zoe." + user + "@example.org", false, OFFER));

        assertThat(sent.at("/message/userId").asString()).isEqualTo(user.toString());
        assertThat(messages(user)).isOne();
    }

    @Test
    void shouldKeepAnOutcomeForADayAndNoLonger() {
        TestSendRequested request = request(customer("de", false).toString(), true, OFFER);
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
        assertRefused(request(customer("de", true).toString(), true, OFFER), 409, "wants no promotions");
        TestSendRequested old = request(customer("de", false).toString(), false, OFFER);
        send(record(old, Instant.now().minus(Duration.ofHours(2))));
        assertThat(outcome(old).path("detail").asString()).contains("ask again");
    }

    @Test
    void shouldPutAsideWhatCannotBeTriedOutAndGoOn() {
        String user = customer("de", false).toString();
        TestSendRequested poison = request(user, false, new PromotionPackage("MESSAGE", null, "fr", OFFER.content()));
        send(record(poison, Instant.now()));
        TestSendRequested next = request(user, true, OFFER);
        sendAndWait(next);

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

    @Test
    void shouldNotLetTheManagerWriteAnyOtherMessage() {
        JdbcClient manager = inbox(Role.MANAGER);
        UUID template = UUID.randomUUID();
        manager.sql("""
                        INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body)
                        VALUES (?, gen_random_uuid(), 1, 'en', 's', 'b')
                        """).param(template).update();

        assertThatThrownBy(() -> manager.sql("SELECT deliver_test(gen_random_uuid(), current_date, ?, NULL)")
                        .param(template)
                        .query()
                        .singleRow())
                .rootCause()
                .hasMessageContaining("is not marked as a test");
        assertThatThrownBy(() ->
                        manager.sql("INSERT INTO inbox_message DEFAULT VALUES").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void assertRefused(TestSendRequested request, int status, String detail) {
        JsonNode outcome = sendAndWait(request);
        assertThat(outcome.path("state").asString()).isEqualTo("REFUSED");
        assertThat(outcome.path("status").asInt()).isEqualTo(status);
        assertThat(outcome.path("detail").asString()).contains(detail);
        assertThat(outcome.path("message").isNull()).isTrue();
    }

    private JsonNode sendAndWait(TestSendRequested request) {
        send(record(request, Instant.now()));
        return outcome(request);
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

    private UUID customer(String locale, boolean unsubscribed) {
        UUID user = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO customer (user_id, display_name, locale, unsubscribed, unsubscribed_at)
                        VALUES (?, 'Zoë', ?, ?, CASE WHEN ? THEN now() END)""").params(user, locale, unsubscribed, unsubscribed).update();
        return user;
    }

    private long messages(UUID user) {
        return inbox(Role.OWNER)
                .sql("SELECT count(*) FROM inbox_message WHERE user_id = ?")
                .param(user)
                .query(Long.class)
                .single();
    }

    private JdbcClient inbox(Role role) {
        return JdbcClient.create(servers.database(Database.INBOX).as(role));
    }
}
