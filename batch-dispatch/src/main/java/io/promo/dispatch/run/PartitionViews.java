package io.promo.dispatch.run;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a run's partitions. */
@Repository
class PartitionViews {

    private final JdbcClient jdbc;

    PartitionViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order; primary key of run_partition. */
    List<PartitionView> of(UUID runId) {
        return jdbc.sql("""
                        SELECT partition_no, first_user, last_user, state, process_id, delivered, inserted, unsubscribed, chunks,
                               chunks_replayed, attempts, reason, started_at, ended_at
                        FROM run_partition WHERE run_id = ? ORDER BY partition_no
                        """).param(runId).query(PartitionView.class).list();
    }
}
