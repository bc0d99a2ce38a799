package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** However long records and audiences are, an answer stays small, and nothing of the list is lost. */
@ManagerTest
class AnswerSizeTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void shouldEndAPageOfDeadLettersWhereTheyAreLong() {
        String key = UUID.randomUUID().toString();
        List<Long> ids = letters(key);

        assertThat(seen("/dead-letters?limit=100", "id", 4_500_000))
                .containsAll(ids.stream().map(String::valueOf).toList());
        Answer refused = api.post("/dead-letters/replay", Map.of("ids", ids, "dryRun", true));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("ids");
        Answer waiting = api.post("/dead-letters/replay", Map.of("dryRun", true));
        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.body().toString().length()).isLessThan(4_500_000);
        jdbc.sql("DELETE FROM dead_letter WHERE key = ?").param(key).update();
    }

    @Test
    void shouldEndAPageOfSchedulesWhereTheirAudiencesAreLarge() {
        List<String> events = new ArrayList<>();
        for (int event = 0; event < 40; event++) {
            events.add(jdbc.sql("""
                            INSERT INTO schedule (event_id, version, status, title, start_datetime, end_datetime, time_zone,
                                                  promotion_package, audience, settled)
                            SELECT uuidv7(), 1, 'CANCELLED', 'Wide', now(), now() + interval '1 day', 'UTC',
                                   '{"kind": "MESSAGE", "defaultLocale": "en", "content": {}}',
                                   jsonb_build_object('segments', jsonb_agg(repeat('s', 60) || n), 'countries', '[]'::jsonb,
                                                      'locales', '[]'::jsonb), true
                            FROM generate_series(1, 400) AS n RETURNING event_id""").query(String.class).single());
        }
        assertThat(seen("/schedule?limit=100", "eventId", 700_000)).containsAll(events);
        jdbc.sql("DELETE FROM schedule WHERE title = 'Wide'").update();
    }

    private List<Long> letters(String key) {
        return jdbc.sql("""
                        INSERT INTO dead_letter (topic, kafka_partition, kafka_offset, original_topic, original_partition,
                                                 original_offset, key, value, cause)
                        SELECT 'sizes', 0, n, 'elsewhere', 0, n, :key,
                               repeat('v', 400000), 'too long to be liked'
                        FROM generate_series(1, 20) AS n RETURNING dead_letter_id""").param("key", key).query(Long.class).list();
    }

    /** A field of all items, page by page, none of which is longer than that. */
    private List<String> seen(String path, String field, int most) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = api.get(path + cursor).body();
            assertThat(page.toString().length()).isLessThan(most);
            page.path("items").forEach(item -> seen.add(item.path(field).asString()));
            cursor = "&cursor=" + page.path("nextCursor").asString("");
        } while (page.path("hasMore").asBoolean());
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }
}
