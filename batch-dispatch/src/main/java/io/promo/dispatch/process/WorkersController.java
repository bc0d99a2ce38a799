package io.promo.dispatch.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the processes that live or ended in the last hour. */
@RestController
@Profile("manager")
class WorkersController {

    /** A process; {@code partitions} is how many it has claimed. */
    record ProcessView(
            UUID processId,
            String role,
            String host,
            long pid,
            @Nullable Integer port,
            Instant startedAt,
            Instant heartbeatAt,
            boolean alive,
            int partitions) {}

    record Items(List<ProcessView> items) {}

    private final JdbcClient jdbc;

    WorkersController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A handful of rows; index partition_claim_process. */
    @GetMapping("/workers")
    Items workers() {
        return new Items(jdbc.sql("""
                        SELECT process_id, role, host, pid, port, started_at, heartbeat_at,
                               ended_at IS NULL AND heartbeat_at > now() - interval '10 seconds' AS alive,
                               (SELECT count(*) FROM partition_claim c WHERE c.process_id = p.process_id) AS partitions
                        FROM process p WHERE coalesce(ended_at, now()) > now() - interval '1 hour'
                        ORDER BY role, started_at
                        """).query(ProcessView.class).list());
    }
}
