package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database cannot keep never comes to it. */
@ManagerTest
class ValuesTest {

    private static final UUID ID = UUID.randomUUID();

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/explain?event=ID&user=anna%00@example.com, user",
        "/explain?event=ID&user=%00@, user",
        "/explain?event=ID&user=ID&date=%2B5874898-01-01, date",
        "/explain?event=ID&user=ID&date=-4714-11-23, date",
        "/explain?event=1-1-1-1-1&user=ID, event",
        "/runs?date=%2B5874898-01-01, date",
        "/runs?date=%2B999999999-12-31, date",
        "/runs?date=2026-11-28T23:00:00.000Z, date",
        "/runs?date=01/02/26, date",
        "/runs?limit=0x10, limit",
        "/runs?limit=%D9%A3, limit",
        "/runs?state=0, state",
        "/schedule?limit=%2B5, limit",
        "/dead-letters?cursor=0x10, cursor",
        "/outbox?limit=%205%20, limit",
        "/outbox?cursor=%D9%A3, cursor",
        "/outbox?cursor=%2B5, cursor",
        "/outbox?cursor=-1, cursor"
    })
    void shouldNameTheParameterThatIsWrong(String path, String field) {
        assertRefused(api.get(path.replace("ID", ID.toString())), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+294278-01-01T00:00Z_ID",
                "-4714-01-01T00:00Z_ID",
                "+999999999-12-31T23:59:59.999999999-18:00_ID",
                "2026-05-01T00:00Z_1-1-1-1-1",
                "2026-05-01T00:00Z",
                "_",
                ""
            })
    void shouldRefuseAForgedCursor(String plain) {
        byte[] bytes = plain.replace("ID", ID.toString()).getBytes(StandardCharsets.UTF_8);
        assertRefused(
                api.get("/runs?cursor="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)),
                "cursor");
    }

    /** In a text that becomes part of a statement it ends the statement, and the connection with it. */
    @Test
    void shouldRefuseTextsThatPostgresDoesNotHaveAndKeepTheConnection() {
        List<Integer> before = backends();
        for (String text : List.of("\0", "gar\0den", "garden\0\0")) {
            for (String list : List.of("segments", "countries", "locales")) {
                Answer answer = api.post("/audience/estimate", Map.of("audience", Map.of(list, List.of("a", text))));
                assertRefused(answer, "audience." + list + "[1]");
            }
        }
        assertThat(backends()).containsAll(before);
    }

    @Test
    void shouldRefuseDatesAndIdsOfAnotherForm() {
        Map<String, Object> right = Map.of("eventId", ID, "from", "2026-11-01", "to", "2026-11-02", "mode", "missing");
        assertThat(api.post("/backfills", right).status()).as("not there yet").isEqualTo(409);
        assertRefused(api.post("/backfills", with(right, "from", "2026-11-01T23:00:00.000Z")), "from");
        assertRefused(api.post("/backfills", with(right, "to", "+5874898-01-01")), "to");
        assertRefused(api.post("/backfills", with(right, "to", 20_000)), "to");
        assertRefused(api.post("/backfills", with(right, "mode", 0)), "mode");
        assertRefused(api.post("/backfills", with(right, "mode", "0")), "mode");
        assertRefused(api.post("/backfills", with(right, "eventId", "AAAAAAAAAAAAAAAAAAAAAA==")), "eventId");
        assertRefused(api.post("/runs", Map.of("eventId", ID, "date", "02/30")), "date");
    }

    private List<Integer> backends() {
        return jdbc.sql(
                        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user")
                .query(Integer.class)
                .list();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
