package io.promo.inbox.hint;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Events that this instance has heard the end of. Whichever instance writes that down may come later, and a hint before
 * would carry the old count.
 */
@Component
class AwaitedStates {

    /** Who has not written it down by then will not soon. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(AwaitedStates.class);

    private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Hints hints;

    private record Awaited(long version, long untilNanos) {}

    AwaitedStates(JdbcClient jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.hints = hints;
    }

    /** Hints at everyone once the event's state is known in the given version or a later one. */
    void await(UUID event, long version) {
        awaited.put(event, new Awaited(version, System.nanoTime() + LONGEST.toNanos()));
    }

    /** Looks for what is awaited, if anything is. */
    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        awaited.forEach((event, one) -> {
            if (System.nanoTime() - one.untilNanos() >= 0 || isKnown(event, one.version())) {
                awaited.remove(event, one);
                hints.everyone();
            }
        });
    }

    /** Served by the primary key of event_state. */
    private boolean isKnown(UUID event, long version) {
        try {
            return jdbc.sql("SELECT EXISTS (SELECT FROM event_state WHERE event_id = :event AND version >= :version)")
                    .param("event", event)
                    .param("version", version)
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException e) {
            log.debug("the state of {} cannot be looked up; looked for again", event, e);
            return false;
        }
    }
}
