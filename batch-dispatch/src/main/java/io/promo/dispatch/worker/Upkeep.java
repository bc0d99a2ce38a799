package io.promo.dispatch.worker;

import io.promo.dispatch.partition.Claims;
import io.promo.dispatch.process.Heartbeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the table of claims in line with what this worker really executes: a release may not have arrived. And ends what
 * dead workers left open in the inbox: one that was declared dead after a partition of its began here again could hold its
 * keys for ever.
 */
@Component
@Profile("worker")
class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final Claims claims;
    private final Executions executions;
    private final Heartbeat heartbeat;
    private final Takeover takeover;

    Upkeep(Claims claims, Executions executions, Heartbeat heartbeat, Takeover takeover) {
        this.claims = claims;
        this.executions = executions;
        this.heartbeat = heartbeat;
        this.takeover = takeover;
    }

    @Scheduled(fixedDelay = 2_000)
    void releaseForgotten() {
        if (!heartbeat.isConfirmed()) {
            return;
        }
        int released = claims.releaseAllBut(executions.running());
        if (released > 0) {
            log.info("Handed back {} partitions that were claimed but not executed", released);
        }
        try {
            takeover.fromTheDead();
        } catch (DataAccessException e) {
            // Who writes into the inbox meets the same, and says so.
            log.debug("Sessions of the dead are ended later", e);
        }
    }
}
