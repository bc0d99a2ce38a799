package io.promo.dispatch.worker;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what a dead process left open in both databases. A process that hangs in the middle of a COPY holds uncommitted
 * keys, and its successor would wait for it for ever; no server timeout ends that.
 */
@Component
@Profile("worker")
class Takeover {

    private static final Logger log = LoggerFactory.getLogger(Takeover.class);

    /** The server ends a backend within milliseconds unless it is itself in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TERMINATE = """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, :patience))
            FROM pg_stat_activity WHERE application_name = :process AND usename = current_user
            """;

    private final JdbcClient dispatch;
    private final JdbcClient inbox;

    Takeover(JdbcClient dispatch, @Qualifier("inbox") JdbcClient inbox) {
        this.dispatch = dispatch;
        this.inbox = inbox;
    }

    /** Ends the process's connections and waits until they are gone. */
    void from(UUID dead) {
        long ended = terminate(dispatch, dead) + terminate(inbox, dead);
        log.info("Took over from process {}; ended {} of its connections", dead, ended);
    }

    private static long terminate(JdbcClient database, UUID process) {
        return database.sql(TERMINATE)
                .param("patience", PATIENCE.toMillis())
                .param("process", process.toString())
                .query(Long.class)
                .single();
    }
}
