package io.promo.dispatch.worker;

import io.promo.dispatch.process.DeadSessions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Before a partition is written, and while it is: nobody dead may hold uncommitted keys of it in the inbox, or the COPY
 * waits for ever.
 */
@Component
@Profile("worker")
class Takeover {

    private final DeadSessions sessions;
    private final JdbcClient inbox;

    Takeover(DeadSessions sessions, @Qualifier("inbox") JdbcClient inbox) {
        this.sessions = sessions;
        this.inbox = inbox;
    }

    /** Ends what dead workers left open in the inbox, whoever of them had the partition; throws while that fails. */
    void fromTheDead() {
        sessions.end(inbox);
    }
}
