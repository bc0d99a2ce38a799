package io.promo.calendar.event;

import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets published events expire once their end has passed, also those whose end passed while no instance ran. */
@Component
class Expiry {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);

    private final Events events;

    Expiry(Events events) {
        this.events = events;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    @SchedulerLock(name = "event-expiry", lockAtMostFor = "1m")
    public void expire() {
        int expired;
        do {
            expired = events.expire();
            if (expired > 0) {
                log.info("{} events expired", expired);
            }
        } while (expired > 0);
    }
}
