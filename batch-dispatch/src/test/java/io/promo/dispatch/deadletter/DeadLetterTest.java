package io.promo.dispatch.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.Promotions;
import io.promo.events.Topic;
import io.promo.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;

@ManagerTest
class DeadLetterTest {

    @Autowired
    Api api;

    @Autowired
    Promotions promotions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    Topics topics;

    private final UUID key = UUID.randomUUID();

    @Test
    void shouldKeepWhatCouldNotBeProcessedWithItsCauseAndSendItAgain() {
        promotions.send(key, "{no json\u0000");
        JsonNode letter = awaitLetters(1).get(0);

        assertThat(letter.get("cause").asString()).contains("malformed");
        assertThat(letter.get("topic").asString()).endsWith("promotion.events");
        assertThat(letter.get("offset").isNumber()).isTrue();
        assertThat(letter.get("value").asString()).isEqualTo("{no json\uFFFD");
        long id = letter.get("id").asLong();

        Answer rehearsal = replay(Map.of("ids", List.of(id), "dryRun", true));
        assertThat(rehearsal.body().get("replayed").asInt()).isZero();
        assertThat(rehearsal.body().get("items")).hasSize(1);

        Answer real = replay(Map.of("ids", List.of(id)));
        assertThat(real.body().get("replayed").asInt()).isOne();
        // The cause still holds, so it comes back.
        awaitLetters(2);
        assertThat(jdbc.sql("SELECT replayed_by FROM dead_letter WHERE dead_letter_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("operator");
        assertThat(replay(Map.of("ids", List.of(id))).status()).isEqualTo(409);
    }

    @Test
    void shouldNotReplayWhatWasCutNorARequestForAPartition() {
        promotions.send(key, "x".repeat(300_000));
        var request = new ProducerRecord<>(topics.name(Topic.PROMOTION_DISPATCH_DLT), key.toString(), "{}");
        request.headers()
                .add(
                        KafkaHeaders.DLT_ORIGINAL_TOPIC,
                        topics.name(Topic.PROMOTION_DISPATCH).getBytes(UTF_8));
        kafka.send(request);

        List<JsonNode> letters = awaitLetters(2);

        assertThat(letters).extracting(letter -> letter.get("cutFrom").asInt(0)).containsExactlyInAnyOrder(300_000, 0);
        for (JsonNode letter : letters) {
            Answer refusal = replay(Map.of("ids", List.of(letter.get("id").asLong())));
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.body().get("detail").asString())
                    .containsAnyOf("send the whole again", "restart its run");
        }
        assertThat(replay(Map.of("dryRun", true)).body().get("items").valueStream())
                .noneMatch(item -> key.toString().equals(item.get("key").asString()));
    }

    @Test
    void shouldRefuseWhatCannotBeReplayed() {
        assertThat(replay(Map.of("ids", List.of(-1))).status()).isEqualTo(404);
        Answer none = replay(Map.of("ids", List.of()));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().at("/errors/0/field").asString()).isEqualTo("ids");
        assertThat(api.post("/dead-letters/replay", Map.of(), "viewer").status())
                .isEqualTo(403);
        Answer limit = api.get("/dead-letters?limit=1000");
        assertThat(limit.status()).isEqualTo(400);
        assertThat(limit.body().at("/errors/0/field").asString()).isEqualTo("limit");
    }

    private Answer replay(Map<String, ?> request) {
        return api.post("/dead-letters/replay", request);
    }

    private List<JsonNode> awaitLetters(int count) {
        return await().atMost(Duration.ofSeconds(30)).until(this::letters, found -> found.size() == count);
    }

    private List<JsonNode> letters() {
        return api.get("/dead-letters?limit=100")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> key.toString().equals(item.get("key").asString()))
                .toList();
    }
}
