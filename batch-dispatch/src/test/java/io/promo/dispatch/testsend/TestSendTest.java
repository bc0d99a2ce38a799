package io.promo.dispatch.testsend;

import static io.promo.dispatch.Promotions.around;
import static io.promo.dispatch.Promotions.next;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.Promotions;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.sql.Date;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ManagerTest
class TestSendTest {

    @Autowired
    Api api;

    @Autowired
    Promotions promotions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestServers servers;

    @Test
    void shouldDeliverOneMessageMarkedAsATest() {
        UUID event = promotions.publish(around(0, 1));
        UUID user = customer("Zoë", "de-AT", false);

        Answer rehearsal = send(event, user, true);
        assertThat(rehearsal.status()).isEqualTo(200);
        assertThat(rehearsal.body().get("subject").asString()).isEqualTo("[Test] Sale für Zoë");
        assertThat(rehearsal.body().get("messageId").isNull()).isTrue();
        assertThat(messages(user)).isZero();

        Answer sent = send(event, user, false);
        String tomorrow = today().plusDays(1).format(DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN));
        assertThat(sent.body().get("body").asString()).isEqualTo("Bis " + tomorrow);
        Map<String, Object> message =
                inbox(Role.OWNER).sql("""
                        SELECT message_id, m.dispatch_date, m.event_id, t.test_of, t.subject, t.body, params[1] AS name
                        FROM message m JOIN message_template t USING (template_id) WHERE user_id = ?
                        """).param(user).query().singleRow();
        assertThat(message)
                .containsEntry(
                        "message_id",
                        UUID.fromString(sent.body().get("messageId").asString()))
                .containsEntry("dispatch_date", Date.valueOf(today()))
                .containsEntry("test_of", event)
                .containsEntry("subject", "[Test] Sale für {{name}}")
                .containsEntry("body", "Bis " + tomorrow)
                .containsEntry("name", "Zoë");
        assertThat(message.get("event_id"))
                .as("never in the way of the real one")
                .isNotEqualTo(event);

        send(event, user, false);
        assertThat(messages(user)).as("each try is one of its own").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"zh-Hant-TW, zh-Hant", "zh-Hant-HK-x-vip, zh-Hant", "zh-TW, zh", "fr-FR, en", "'', en"})
    void shouldChooseTheTextTagByTag(String locale, String chosen) {
        PromotionChanged all = around(0, 1);
        Content text = new Content("Sale", "Now");
        PromotionPackage offer = new PromotionPackage(
                PromotionPackage.MESSAGE, null, "en", Map.of("en", text, "zh", text, "zh-Hant", text));
        UUID event = promotions.publish(Promotions.with(all, all.timeZone(), null, offer));

        assertThat(send(event, customer("Li", locale, false), true)
                        .body()
                        .get("locale")
                        .asString())
                .isEqualTo(chosen);
    }

    @Test
    void shouldFindTheCustomerByTheAddress() {
        UUID event = promotions.publish(around(0, 1));
        UUID user = customer("Zoë", "en", false);
        jdbc.sql("UPDATE customer SET email = 'Zoe.' || user_id || '@example.org' WHERE user_id = ?")
                .param(user)
                .update();

        Answer sent = api.post("/test-send", Map.of("eventId", event, "user", "zoe." + user + "@example.org"));

        assertThat(sent.body().path("userId").asString()).isEqualTo(user.toString());
        assertThat(messages(user)).isOne();
    }

    @Test
    void shouldRefuseEventsAndCustomersThatGetNothing() {
        PromotionChanged published = around(0, 1);
        UUID event = promotions.publish(published);

        assertThat(send(UUID.randomUUID(), customer("A", "", false), false).status())
                .isEqualTo(404);
        assertThat(send(event, UUID.randomUUID(), false).status()).isEqualTo(404);
        assertThat(send(event, customer("A", "", true), false).status()).isEqualTo(409);
        assertThat(api.post("/test-send", Map.of("eventId", event))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("userId");
        assertThat(api.post("/test-send", Map.of("eventId", event, "user", "a@b.example", "userId", UUID.randomUUID()))
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/test-send", Map.of("eventId", event, "user", "nobody@example.org"))
                        .status())
                .isEqualTo(404);

        promotions.publish(next(published, "CANCELLED", "Off"));
        assertThat(send(event, customer("A", "", false), false).status()).isEqualTo(409);
    }

    @Test
    void shouldNotLetTheManagerWriteAnyOtherMessage() {
        JdbcClient manager = inbox(Role.MANAGER);
        UUID template = UUID.randomUUID();
        manager.sql("""
                        INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body)
                        VALUES (?, gen_random_uuid(), 1, 'en', 's', 'b')
                        """).param(template).update();

        assertThatThrownBy(() -> manager.sql(
                                "SELECT deliver_test(gen_random_uuid(), gen_random_uuid(), current_date, ?, NULL)")
                        .param(template)
                        .query()
                        .singleRow())
                .rootCause()
                .hasMessageContaining("is not marked as a test");
        assertThatThrownBy(
                        () -> manager.sql("INSERT INTO message DEFAULT VALUES").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private Answer send(UUID event, UUID user, boolean dryRun) {
        return api.post("/test-send", Map.of("eventId", event, "userId", user, "dryRun", dryRun));
    }

    private UUID customer(String name, String locale, boolean unsubscribed) {
        UUID user = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO customer (user_id, display_name, locale, unsubscribed, unsubscribed_at)
                        VALUES (?, ?, ?, ?, CASE WHEN ? THEN now() END)""").params(user, name, locale, unsubscribed, unsubscribed).update();
        return user;
    }

    private long messages(UUID user) {
        return inbox(Role.OWNER)
                .sql("SELECT count(*) FROM message WHERE user_id = ?")
                .param(user)
                .query(Long.class)
                .single();
    }

    private JdbcClient inbox(Role role) {
        return JdbcClient.create(servers.database(Database.INBOX).as(role));
    }
}
