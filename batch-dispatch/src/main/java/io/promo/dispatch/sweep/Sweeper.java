package io.promo.dispatch.sweep;

import io.promo.dispatch.partition.LostRequests;
import io.promo.dispatch.process.DeadSessions;
import io.promo.dispatch.process.Heartbeat;
import io.promo.dispatch.process.Processes;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every two seconds, in one manager at a time: declares the silent dead and ends their sessions, takes runs that should be
 * under way and are driven by nobody, and has lost requests published again. The last asks Kafka, which may take its time to answer.
 */
@Component
@Profile("manager")
public class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Heartbeat heartbeat;
    private final Processes processes;
    private final DeadSessions deadSessions;
    private final LostRequests lostRequests;
    private final Taking taking;

    Sweeper(
            Heartbeat heartbeat,
            Processes processes,
            DeadSessions deadSessions,
            LostRequests lostRequests,
            Taking taking) {
        this.heartbeat = heartbeat;
        this.processes = processes;
        this.deadSessions = deadSessions;
        this.lostRequests = lostRequests;
        this.taking = taking;
    }

    /** One sweep; does nothing while another manager sweeps. */
    @Scheduled(fixedDelay = 2_000)
    @SchedulerLock(name = "sweep", lockAtMostFor = "PT10S")
    public void sweep() {
        if (heartbeat.isSteady()) {
            List<UUID> dead = processes.declareDead();
            dead.forEach(process -> log.warn("Process {} is dead", process));
        }
        // Before anything that could wait for a lock of theirs.
        deadSessions.end();
        taking.takeRuns();
        int lost = lostRequests.ofTheDead() + lostRequests.unclaimed();
        if (lost > 0) {
            log.info("{} requests are published again", lost);
        }
    }
}
