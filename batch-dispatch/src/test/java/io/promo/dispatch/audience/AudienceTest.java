package io.promo.dispatch.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.customer.PreferenceChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@ManagerTest
class AudienceTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    Topics topics;

    @Autowired
    EventCodec codec;

    @Test
    void shouldGenerateTheSameCustomersEveryTime() {
        Answer first = api.post("/audience/generate", Map.of("count", 5_000, "seed", 11));
        assertThat(first.body().get("customers").asLong()).isEqualTo(5_000);
        long customers = count("true");

        Answer again = api.post("/audience/generate", Map.of("count", 5_000, "seed", 11));
        assertThat(again.body().get("inserted").asLong()).isZero();
        assertThat(count("true")).isEqualTo(customers);

        Answer more = api.post("/audience/generate", Map.of("count", 5_500, "seed", 11));
        assertThat(more.body().get("inserted").asLong()).isEqualTo(500);
        assertThat(count("user_id = '" + ANNA + "' AND display_name = 'Anna' AND NOT unsubscribed"))
                .isOne();
        assertThat(count("email ~ '^customer[0-9]+@' AND unsubscribed")).isBetween(20L, 120L);
        assertThat(jdbc.sql("SELECT count(DISTINCT country) FROM customer")
                        .query(Long.class)
                        .single())
                .isGreaterThan(8);
    }

    @Test
    void shouldRefuseACountThatMakesNoSense() {
        Answer answer = api.post("/audience/generate", Map.of("count", 0));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo("count");
    }

    @Test
    void shouldCountEachExcludedCustomerUnderOneReason() {
        String segment = "seg-" + UUID.randomUUID();
        customer("DE", "de-DE", segment, false);
        customer("DE", "de-DE", segment, true);
        customer("AT", "de-DE", segment, false);
        customer("DE", "tr-DE", segment, false);

        Answer answer = api.post(
                "/audience/estimate",
                Map.of(
                        "audience",
                        Map.of("segments", List.of(segment), "countries", List.of("DE"), "locales", List.of("de-DE"))),
                "admin");

        assertThat(answer.body().get("eligible").asLong()).isOne();
        assertThat(answer.body().at("/excluded/2/reason").asString()).isEqualTo("COUNTRY");
        assertThat(answer.body().at("/excluded/2/count").asLong()).isOne();
        assertThat(answer.body().at("/excluded/3/count").asLong()).isOne();
        long excluded = 0;
        for (var exclusion : answer.body().get("excluded")) {
            excluded += exclusion.get("count").asLong();
        }
        assertThat(excluded + 1).isEqualTo(answer.body().get("total").asLong());
    }

    @Test
    void shouldForgetACustomerForGood() {
        UUID user = customer("DE", "de-DE", "x", false);

        assertThat(forget(user, true).body().get("erased").asBoolean()).isTrue();
        assertThat(count("user_id = '" + user + "'")).isOne();

        assertThat(forget(user, false).body().get("erased").asBoolean()).isTrue();
        assertThat(count("user_id = '" + user + "'")).isZero();
        assertThat(jdbc.sql("SELECT requested_by FROM forgotten_customer WHERE user_id = ?")
                        .param(user)
                        .query(String.class)
                        .single())
                .isEqualTo("operator");
        assertThat(forget(user, false).body().get("erased").asBoolean()).isFalse();

        Answer report = api.postCsv("/audience/import", "user_id,name\n" + user + ",Back\n");
        assertThat(report.body().at("/rejects/0/reason").asString()).contains("was forgotten");
        assertThat(forget(UUID.randomUUID(), false).status()).isEqualTo(404);
    }

    @Test
    void shouldHearWhatCustomersSayAndIgnoreLateWords() {
        UUID user = customer("DE", "de-DE", "x", false);
        UUID stranger = UUID.randomUUID();

        say(user, 2, true);
        say(user, 1, false);
        say(stranger, 1, true);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM preference WHERE user_id IN (?, ?)")
                                .params(user, stranger)
                                .query(Long.class)
                                .single()
                        == 2);

        assertThat(count("user_id = '" + user + "' AND unsubscribed AND unsubscribed_at IS NOT NULL"))
                .isOne();
        // No file undoes what customers said themselves, not even one that brings them in.
        api.postCsv("/audience/import", "user_id,name,unsubscribed\n" + user + ",A,false\n" + stranger + ",B,false\n");
        assertThat(count("user_id IN ('" + user + "', '" + stranger + "') AND unsubscribed"))
                .isEqualTo(2);

        say(user, 3, false);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("user_id = '" + user + "' AND NOT unsubscribed AND unsubscribed_at IS NULL") == 1);
    }

    @Test
    void shouldLetOnlyOperatorsAndAdminsAct() {
        Map<String, Object> body = Map.of("count", 1);
        assertThat(api.post("/audience/generate", body, "viewer").status()).isEqualTo(403);
        assertThat(api.post("/audience/estimate", Map.of("audience", Map.of()), "viewer")
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/audience/estimate", Map.of("audience", Map.of()), "customer")
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/audience/generate", body, "customer").status()).isEqualTo(403);
    }

    private Answer forget(UUID user, boolean dryRun) {
        return api.post("/audience/forget", Map.of("userId", user, "dryRun", dryRun));
    }

    private void say(UUID user, long version, boolean unsubscribed) {
        var word = new PreferenceChanged(user, version, unsubscribed, Instant.now());
        var event = new Envelope<>(
                UUID.randomUUID(), EventType.PREFERENCE_CHANGED.name(), Instant.now(), "inbox-api", 1, null, word);
        kafka.send(topics.name(Topic.CUSTOMER_EVENTS), user.toString(), codec.encode(event));
    }

    private UUID customer(String country, String locale, String segment, boolean unsubscribed) {
        UUID user = UUID.randomUUID();
        Answer report = api.postCsv(
                "/audience/import",
                "user_id,name,country,locale,segments,unsubscribed\n"
                        + String.join(",", user.toString(), "A", country, locale, segment, "" + unsubscribed)
                        + "\n");
        assertThat(report.body().get("inserted").asLong()).isOne();
        return user;
    }

    private long count(String condition) {
        return jdbc.sql("SELECT count(*) FROM customer WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
