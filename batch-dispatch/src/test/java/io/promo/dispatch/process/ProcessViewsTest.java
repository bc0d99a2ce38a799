package io.promo.dispatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.ManagerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ManagerTest
class ProcessViewsTest {

    private final String host = "host-" + UUID.randomUUID();

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void shouldMissOnlyWhoWasNotStartedAgainAtTheSamePlace() {
        UUID replaced = ended(1, "1 minute");
        UUID successor = ended(1, "10 seconds");
        UUID elsewhere = ended(2, "1 minute");

        assertThat(shown()).contains(successor, elsewhere).doesNotContain(replaced);
    }

    private UUID ended(int port, String started) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO process (process_id, role, host, pid, port, started_at, heartbeat_at, ended_at)"
                                + " VALUES (:id, 'WORKER', :host, 1, :port, now() - :started::interval, now() - interval '1 s', now())")
                .param("id", id)
                .param("host", host)
                .param("port", port)
                .param("started", started)
                .update();
        return id;
    }

    private List<UUID> shown() {
        return api.get("/workers")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("host").asString().equals(host))
                .map(it -> UUID.fromString(it.path("processId").asString()))
                .toList();
    }
}
