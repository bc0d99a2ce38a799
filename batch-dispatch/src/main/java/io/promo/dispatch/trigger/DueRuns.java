package io.promo.dispatch.trigger;

import io.promo.dispatch.run.Runs;
import io.promo.dispatch.schedule.Schedule;
import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.dispatch.schedule.Schedules;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one event's runs. The schedule's row lock and the runs' unique key keep it to one per date. */
@Service
class DueRuns {

    private static final Logger log = LoggerFactory.getLogger(DueRuns.class);
    private static final String REQUESTED_BY = "trigger";

    private final Schedules schedules;
    private final Runs runs;

    DueRuns(Schedules schedules, Runs runs) {
        this.schedules = schedules;
        this.runs = runs;
    }

    /**
     * Makes the runs that are due now and records what was missed.
     *
     * @return when the event's next date is due; empty when none is left
     */
    @Transactional
    public Optional<Instant> make(UUID eventId) {
        Schedule schedule = schedules.lock(eventId).orElseThrow();
        if (schedule.status() == Status.CANCELLED) {
            return Optional.empty();
        }
        Instant now = schedules.now();
        if (schedule.status() == Status.EXPIRED && !schedule.window().isOver(now)) {
            // By the calendar's clock it is over, though by ours a moment is left.
            now = schedule.window().end().plusNanos(1);
        }
        DueDates dates = DueDates.of(schedule.window(), runs.dates(eventId), now);
        for (DueDate missed : dates.missed()) {
            runs.recordMissed(schedule.run(missed, 0, false, REQUESTED_BY));
        }
        for (DueDate due : dates.due()) {
            UUID runId = runs.request(schedule.run(due, 0, false, REQUESTED_BY)).runId();
            log.info("Run {} of event {} for {} is due", runId, eventId, due.date());
        }
        if (dates.next().isEmpty()) {
            schedules.settle(eventId);
        }
        return dates.next().map(DueDate::dueAt);
    }
}
