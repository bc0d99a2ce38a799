package io.promo.dispatch.backfill;

import io.promo.dispatch.run.EventEnd;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends dates that went by: those that were missed, those that failed, or all of them again. */
@Service
class Backfill {

    private final Schedules schedules;
    private final Runs runs;
    private final Retention retention;
    private final Steps steps;

    Backfill(Schedules schedules, Runs runs, Retention retention, Steps steps) {
        this.schedules = schedules;
        this.runs = runs;
        this.retention = retention;
        this.steps = steps;
    }

    /**
     * Does all of it or nothing.
     *
     * @throws Refusal when the event is unknown or may not be backfilled, or the dates are not possible
     */
    @Transactional
    public List<RequestedRun> request(BackfillRequest request, String requestedBy) {
        UUID eventId = request.eventId();
        Schedule schedule = schedules.lockKnown(eventId);
        Instant now = schedules.now();
        checkEvent(schedule, request, now);
        checkDates(schedule, request, now);
        Map<LocalDate, List<Run>> existing = runs.findByEvent(eventId, request.from(), request.to()).stream()
                .collect(Collectors.groupingBy(Run::dispatchDate));
        List<Step> wanted = dates(schedule, request).stream()
                .map(date -> request.mode().step(date, existing.getOrDefault(date.date(), List.of()), now))
                .toList();
        checkRetention(wanted);
        return request.dryRun()
                ? steps.rehearse(schedule, wanted)
                : steps.take(schedule, wanted, requestedBy, request.afterEnd());
    }

    private static void checkEvent(Schedule schedule, BackfillRequest request, Instant now) {
        if (schedule.status() == Status.CANCELLED) {
            throw Refusal.byState(
                    "event-state", "event " + schedule.eventId() + " is CANCELLED; nothing more of it is sent");
        }
        EventEnd.require(schedule.eventId(), schedule.isOver(now), request.afterEnd());
    }

    private static void checkDates(Schedule schedule, BackfillRequest request, Instant now) {
        if (request.from().isAfter(request.to())) {
            throw Refusal.badField("from", "must not be after to, " + request.to());
        }
        LocalDate today = schedule.dateAt(now);
        if (request.to().isAfter(today)) {
            throw Refusal.badField("to", "must not be in the future; today is " + today + " in the event's time zone");
        }
        if (dates(schedule, request).isEmpty()) {
            throw Refusal.badField("from", "the event has nothing due from " + request.from() + " to " + request.to());
        }
    }

    private void checkRetention(List<Step> wanted) {
        if (wanted.stream().noneMatch(Step::sends)) {
            return;
        }
        LocalDate oldest = retention.oldestDate();
        wanted.stream()
                .filter(step -> step.sends() && step.date().date().isBefore(oldest))
                .findFirst()
                .ifPresent(step -> {
                    throw Refusal.byState(
                            "beyond-retention",
                            step.date().date() + " is older than inboxes keep messages; ask from " + oldest + " on");
                });
    }

    private static List<DueDate> dates(Schedule schedule, BackfillRequest request) {
        return schedule.window().dueDates().stream()
                .filter(date ->
                        !date.date().isBefore(request.from()) && !date.date().isAfter(request.to()))
                .toList();
    }
}
