package io.promo.dispatch.process;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what dead processes left open in a database. A process that hangs in the middle of a transaction holds locks and
 * uncommitted keys; whoever comes after would wait for it for ever, and no server timeout ends that. The table of processes
 * is the only memory of who is dead: claims are handed back and deleted while their holder hangs.
 */
@Component
public class DeadSessions {

    private static final Logger log = LoggerFactory.getLogger(DeadSessions.class);

    /** The server ends a backend within milliseconds unless it is itself in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TERMINATE = """
            SELECT pg_terminate_backend(pid, :patience) FROM pg_stat_activity
            WHERE application_name = ANY (:dead) AND usename = current_user AND pid <> pg_backend_pid()
            """;

    private final JdbcClient jdbc;

    DeadSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends them in the dispatch database. */
    public void end() {
        end(jdbc);
    }

    /**
     * Ends them and waits until they are gone. Connections carry their process's id as application name.
     *
     * @param database where the caller's role is the role of those to be ended
     * @throws TransientDataAccessResourceException when one is still there
     */
    public void end(JdbcClient database) {
        // A handful of rows: processes that ended are forgotten after a week.
        String[] dead = jdbc.sql("SELECT process_id::text FROM process WHERE ended_at IS NOT NULL")
                .query(String.class)
                .list()
                .toArray(String[]::new);
        List<Boolean> ended = database.sql(TERMINATE)
                .param("patience", PATIENCE.toMillis())
                .param("dead", dead)
                .query(Boolean.class)
                .list();
        if (ended.contains(false)) {
            throw new TransientDataAccessResourceException("a session of a dead process does not end");
        }
        if (!ended.isEmpty()) {
            log.info("Ended {} sessions of dead processes", ended.size());
        }
    }
}
