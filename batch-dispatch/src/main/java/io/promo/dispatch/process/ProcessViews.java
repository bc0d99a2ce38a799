package io.promo.dispatch.process;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the registry of processes. */
@Repository
class ProcessViews {

    /**
     * A handful of rows, a thousand at most; claims by index partition_claim_process. A process whose place another has taken since is no
     * longer spoken of: where one was restarted, nobody is missing.
     */
    private static final String RECENT = """
            SELECT process_id, role, host, pid, port, started_at, heartbeat_at,
                   ended_at IS NULL AND heartbeat_at > now() - interval '10 seconds' AS alive,
                   (SELECT count(*) FROM partition_claim c WHERE c.process_id = p.process_id) AS partitions
            FROM process p WHERE coalesce(ended_at, now()) > now() - interval '1 hour'
              AND NOT EXISTS (SELECT FROM process successor
                              WHERE successor.host = p.host AND successor.port = p.port AND successor.role = p.role
                                    AND successor.started_at > p.started_at)
            ORDER BY role, started_at LIMIT 1000
            """;

    private final JdbcClient jdbc;

    ProcessViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that live, and those that ended in the last hour and were not started again at the same place. */
    List<ProcessView> recent() {
        return jdbc.sql(RECENT).query(ProcessView.class).list();
    }
}
