package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.testing.fuzz.ApiFuzz;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ManagerTest
class ApiFuzzTest {

    /** Of nobody who is generated: the fuzz may forget this customer. */
    private static final String CUSTOMER = "00000000-0000-4000-9000-00000000f022";

    @Autowired
    private Api api;

    @Autowired
    private Promotions promotions;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void shouldRefuseWhateverIsWrongWithARequest() {
        UUID event = promotions.publish(Promotions.around(1, 1));
        api.post("/runs", Map.of("eventId", event));
        ApiFuzz fuzz = ApiFuzz.of(
                        "batch-dispatch", api.get("/v3/api-docs").body().toString(), port)
                .sample("eventId", event::toString)
                .sample("event", event::toString)
                .sample("runId", this::anyRun)
                .sample("userId", () -> CUSTOMER)
                .sample("user", () -> "anna@example.com")
                .sample("mode", () -> "missing")
                .sample("countries", () -> "DE")
                .sample("locales", () -> "de-DE")
                .body("POST /audience/import", "text/csv", "user_id,name,email\n" + CUSTOMER + ",Fay,fay@example.com\n")
                .except("POST /audience/generate", "makes customers by the million");

        assertThat(fuzz.faults()).isEmpty();
        api.post("/runs/stop-all");
    }

    private String anyRun() {
        return jdbc.sql("SELECT run_id::text FROM run ORDER BY random() LIMIT 1")
                .query(String.class)
                .optional()
                .orElse(CUSTOMER);
    }
}
