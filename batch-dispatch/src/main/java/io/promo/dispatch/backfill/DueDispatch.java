package io.promo.dispatch.backfill;

import io.promo.dispatch.backfill.Step.Action;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.Runs;
import io.promo.dispatch.schedule.Schedule;
import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.dispatch.schedule.Schedules;
import io.promo.events.promotion.PromotionWindow.DueDate;
import io.promo.http.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the runs that are due now, as the trigger would within the minute. */
@Service
class DueDispatch {

    private final Schedules schedules;
    private final Runs runs;
    private final Steps steps;

    DueDispatch(Schedules schedules, Runs runs, Steps steps) {
        this.schedules = schedules;
        this.runs = runs;
        this.steps = steps;
    }

    /** @throws Refusal when the event is unknown or may not be dispatched, or the date is not due */
    @Transactional
    public List<RequestedRun> request(DueRequest request, String requestedBy) {
        if (request.eventId() != null) {
            return request(schedules.lockKnown(request.eventId()), request, requestedBy);
        }
        if (request.date() != null) {
            throw Refusal.badField("date", "is a date of one event; name the event, too");
        }
        return schedules.open().stream()
                .map(schedules::lockKnown)
                .filter(this::isOpen)
                .flatMap(schedule -> request(schedule, request, requestedBy).stream())
                .toList();
    }

    private List<RequestedRun> request(Schedule schedule, DueRequest request, String requestedBy) {
        UUID eventId = schedule.eventId();
        if (schedule.status() == Status.CANCELLED) {
            throw Refusal.byState("event-state", "event " + eventId + " is CANCELLED; nothing of it is due any more");
        }
        Instant now = schedules.now();
        if (schedule.isOver(now)) {
            throw Refusal.byState(
                    "event-over", "event " + eventId + " is over; a backfill with afterEnd sends its dates");
        }
        LocalDate date = request.date();
        List<Step> wanted = date == null
                ? schedule.window().dueDates().stream()
                        .filter(it -> it.isDue(now))
                        .map(it -> step(eventId, it))
                        .toList()
                : List.of(step(schedule, date, now));
        return request.dryRun() ? steps.rehearse(schedule, wanted) : steps.take(schedule, wanted, requestedBy, false);
    }

    private boolean isOpen(Schedule schedule) {
        return schedule.status() == Status.PUBLISHED && !schedule.isOver(schedules.now());
    }

    private Step step(Schedule schedule, LocalDate wanted, Instant now) {
        DueDate date = schedule.window()
                .dueDate(wanted)
                .orElseThrow(() -> Refusal.badField("date", "the event has nothing due on " + wanted));
        Step step = step(schedule.eventId(), date);
        if (step.action() == Action.START && date.dueAt().isAfter(now)) {
            throw Refusal.byState("not-due", wanted + " is not due before " + date.dueAt());
        }
        if (step.action() == Action.START && date.isMissed(now)) {
            throw Refusal.byState(
                    "date-missed", wanted + " could start until " + date.missedAfter() + "; a backfill sends it");
        }
        return step;
    }

    private Step step(UUID eventId, DueDate date) {
        List<Run> existing = runs.findByEvent(eventId, date.date(), date.date());
        if (existing.isEmpty()) {
            return new Step(date, 0, Action.START, null, null);
        }
        Run last = existing.get(existing.size() - 1);
        return new Step(date, last.generation(), Action.EXISTS, "is " + last.state(), last.runId());
    }
}
