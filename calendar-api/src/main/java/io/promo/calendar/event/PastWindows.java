package io.promo.calendar.event;

import io.promo.events.promotion.DatesOfEdit.InForce;
import io.promo.events.promotion.PromotionWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The windows a published event has had, from its audit trail: by them its dates were sent. */
@Repository
class PastWindows {

    /** Longer than the due times of one local date can lie apart, whatever the zones. */
    private static final Duration MEMORY = Duration.ofDays(3);

    /** More edits of windows than people make in that time. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    PastWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a step changed: absent where it changed nothing, else what was there before. */
    private record Step(
            Instant at,
            boolean published,
            @Nullable String start,
            @Nullable String end,
            @Nullable String zone,
            Optional<Optional<LocalTime>> dispatchTime) {

        PromotionWindow before(PromotionWindow after) {
            return new PromotionWindow(
                    other(start, Instant::parse, after.start()),
                    other(end, Instant::parse, after.end()),
                    other(zone, ZoneId::of, after.zone()),
                    dispatchTime.isPresent() ? dispatchTime.get().orElse(null) : after.dispatchTime());
        }

        private static <T> T other(@Nullable String value, Function<String, T> read, T otherwise) {
            return value == null ? otherwise : read.apply(value);
        }
    }

    /** Those of the last days, and the one in force before them, oldest first; the last one is the present window. */
    List<InForce> of(Event event, Instant now) {
        LinkedList<InForce> windows = new LinkedList<>();
        PromotionWindow window = event.content().window();
        for (Step step : steps(event.eventId(), now.minus(MEMORY))) {
            windows.addFirst(new InForce(window, step.at()));
            if (step.published()) {
                return windows;
            }
            window = step.before(window);
        }
        windows.addFirst(new InForce(window, now.minus(MEMORY)));
        return windows;
    }

    /** Newest first; served by the index event_audit_event. */
    private List<Step> steps(UUID eventId, Instant from) {
        return jdbc.sql("""
                        SELECT at, action = 'PUBLISH' AS published,
                               changes -> 'startDatetime' ->> 'from' AS start_before,
                               changes -> 'endDatetime' ->> 'from' AS end_before,
                               changes -> 'timeZone' ->> 'from' AS zone_before,
                               jsonb_exists(changes, 'dispatchTime') AS time_changed,
                               changes -> 'dispatchTime' ->> 'from' AS time_before
                        FROM event_audit
                        WHERE event_id = :eventId AND at > :from
                          AND (action = 'PUBLISH' OR action = 'EDIT' AND from_status = 'PUBLISHED'
                               AND jsonb_exists_any(changes,
                                                    ARRAY['startDatetime', 'endDatetime', 'timeZone', 'dispatchTime']))
                        ORDER BY audit_id DESC LIMIT :most""")
                .param("eventId", eventId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(PastWindows::step)
                .list();
    }

    private static Step step(ResultSet row, int index) throws SQLException {
        Optional<LocalTime> time =
                Optional.ofNullable(row.getString("time_before")).map(LocalTime::parse);
        return new Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("published"),
                row.getString("start_before"),
                row.getString("end_before"),
                row.getString("zone_before"),
                row.getBoolean("time_changed") ? Optional.of(time) : Optional.empty());
    }
}
