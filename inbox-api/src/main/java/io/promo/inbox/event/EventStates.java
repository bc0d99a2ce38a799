package io.promo.inbox.event;

import io.promo.events.promotion.PromotionChanged;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each event, as far as calendar-api has told. */
@Repository
class EventStates {

    /** Served by the primary key of event_state; a late or repeated version changes nothing. */
    private static final String REMEMBER = """
            INSERT INTO event_state AS e (event_id, version, status, title, ends_at)
            VALUES (:event, :version, :status, :title, :endsAt)
            ON CONFLICT (event_id) DO UPDATE SET version = excluded.version, status = excluded.status,
                title = excluded.title, ends_at = excluded.ends_at
            WHERE e.version < excluded.version""";

    /** Served by the unique key of delivery, which starts with the event. */
    private static final String TELL_DELIVERIES = """
            UPDATE delivery d SET live_until = live_until(e.status, e.ends_at) FROM event_state e
            WHERE e.event_id = :event AND d.event_id = e.event_id""";

    private final JdbcClient jdbc;

    EventStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the highest version of each event, and until when its messages are counted. In a transaction. */
    void remember(PromotionChanged event) {
        jdbc.sql("SELECT lock_deliveries()").query().singleRow();
        jdbc.sql(REMEMBER)
                .param("event", event.eventId())
                .param("version", event.version())
                .param("status", event.status())
                .param("title", event.title())
                .param("endsAt", event.endDatetime().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(TELL_DELIVERIES).param("event", event.eventId()).update();
    }
}
