package io.promo.inbox.partition;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the partitions in order, on one instance at a time. */
@Component
class PartitionUpkeep {

    /** A month and some days, so that a long outage of this service hurts nobody. */
    static final int DAYS_AHEAD = 35;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Logger log = LoggerFactory.getLogger(PartitionUpkeep.class);

    private final Partitions partitions;

    PartitionUpkeep(Partitions partitions) {
        this.partitions = partitions;
    }

    /** At start and then every ten minutes, so that a database that was away is soon made up for. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    @SchedulerLock(name = "inbox-partitions-ahead")
    public void makeAhead() {
        partitions.ensureAhead(DAYS_AHEAD);
    }

    /** At start and then every hour; a partition that readers hold on to is tried again the next time. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    @SchedulerLock(name = "inbox-partitions-drop")
    public void dropExpired() {
        try {
            for (Optional<String> part = partitions.dropExpired(); part.isPresent(); part = partitions.dropExpired()) {
                log.info("dropped {}: older than the retention", part.get());
            }
        } catch (UncategorizedSQLException e) {
            if (!(e.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()))) {
                throw e;
            }
            log.info("an expired partition is being read; it is dropped another time");
        }
    }

    /** Soon after each run. One lock for all: vacuums compete for the same disk. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    @SchedulerLock(name = "inbox-partitions-vacuum", lockAtMostFor = "30m")
    public void vacuum() {
        for (Partitions.DueVacuum due : partitions.dueVacuums()) {
            try {
                partitions.vacuum(due);
                log.info("vacuumed {}", due.name());
            } catch (DataAccessException e) {
                // Stays due; the others need not wait for it.
                log.warn("could not vacuum {}: {}", due.name(), e.getMessage());
            }
        }
    }
}
