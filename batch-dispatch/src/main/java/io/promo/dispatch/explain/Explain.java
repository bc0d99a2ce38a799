package io.promo.dispatch.explain;

import io.promo.dispatch.explain.CustomerFacts.Eligibility;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.Runs;
import io.promo.dispatch.schedule.Schedule;
import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.dispatch.schedule.Schedules;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the reason, date by date. */
@Service
class Explain {

    private final Schedules schedules;
    private final Runs runs;
    private final CustomerFacts facts;

    Explain(Schedules schedules, Runs runs, CustomerFacts facts) {
        this.schedules = schedules;
        this.runs = runs;
        this.facts = facts;
    }

    /**
     * Why the customer got the event or not.
     *
     * @param date null: every date up to now that has a run or should have, and the one after
     */
    List<Explanation> explain(UUID userId, UUID eventId, @Nullable LocalDate date) {
        Optional<Schedule> schedule = schedules.find(eventId);
        if (schedule.isEmpty()) {
            return List.of(new Explanation(date, Outcome.NOT_KNOWN, "event " + eventId + " was never published"));
        }
        Optional<Instant> forgotten = facts.forgottenAt(userId);
        if (forgotten.isPresent()) {
            return List.of(new Explanation(
                    date, Outcome.FORGOTTEN, "the customer was erased on request at " + forgotten.get()));
        }
        if (!facts.isCustomer(userId)) {
            return List.of(new Explanation(date, Outcome.NOT_A_CUSTOMER, "no import ever brought " + userId + " in"));
        }
        Instant now = schedules.now();
        return (date == null ? dates(schedule.get(), now) : List.of(date))
                .stream().map(it -> explain(userId, schedule.get(), it, now)).toList();
    }

    private SortedSet<LocalDate> dates(Schedule schedule, Instant now) {
        SortedSet<LocalDate> dates = new TreeSet<>(runs.dates(schedule.eventId()));
        List<DueDate> window = schedule.window().dueDates();
        window.stream()
                .filter(it -> !it.dueAt().isAfter(now))
                .map(DueDate::date)
                .forEach(dates::add);
        window.stream()
                .filter(it -> it.dueAt().isAfter(now))
                .findFirst()
                .map(DueDate::date)
                .ifPresent(dates::add);
        return dates;
    }

    private Explanation explain(UUID userId, Schedule schedule, LocalDate date, Instant now) {
        List<Run> ofDate = runs.findByEvent(schedule.eventId(), date, date);
        if (ofDate.isEmpty()) {
            return withoutRun(schedule, date, now);
        }
        List<Explanation> each =
                ofDate.stream().map(run -> withRun(userId, schedule, run)).toList();
        // Whichever generation delivered explains it; else the last one does.
        return each.stream()
                .filter(it -> it.outcome() == Outcome.ELIGIBLE_DISPATCHED)
                .findFirst()
                .orElse(each.get(each.size() - 1));
    }

    private static Explanation withoutRun(Schedule schedule, LocalDate date, Instant now) {
        Optional<DueDate> due = schedule.window().dueDate(date);
        if (due.isEmpty()) {
            return new Explanation(date, Outcome.NOTHING_DUE, "the event has nothing due on " + date);
        }
        if (schedule.status() == Status.CANCELLED) {
            return new Explanation(date, Outcome.EVENT_CANCELLED, "the event was cancelled before the date was sent");
        }
        if (due.get().dueAt().isAfter(now)) {
            return new Explanation(
                    date, Outcome.NOT_YET_DUE, "due at " + due.get().dueAt());
        }
        return due.get().isMissed(now)
                ? new Explanation(
                        date,
                        Outcome.DATE_MISSED,
                        "could start until " + due.get().missedAfter() + "; a backfill sends it")
                : new Explanation(date, Outcome.IN_PROGRESS, "is due; its run starts within the minute");
    }

    private Explanation withRun(UUID userId, Schedule schedule, Run run) {
        LocalDate date = run.dispatchDate();
        if (run.state() == RunState.MISSED) {
            // A window may have been moved since, and a backfill sends only what it has.
            String remedy = schedule.window().dueDate(date).isPresent()
                    ? "a backfill sends it"
                    : "the event no longer has this date";
            return new Explanation(
                    date, Outcome.DATE_MISSED, "was due at " + run.dueAt() + " and went by unsent; " + remedy);
        }
        Optional<Eligibility> found = facts.eligibility(userId, run);
        if (found.isEmpty()) {
            return new Explanation(date, Outcome.FORGOTTEN, "the customer was erased just now");
        }
        Eligibility customer = found.get();
        String audience = "the audience of run " + run.runId() + " was taken at " + run.audienceAt();
        if (!customer.known()) {
            return new Explanation(
                    date,
                    Outcome.IMPORTED_LATER,
                    "the customer came in at " + customer.importedAt().toInstant() + "; " + audience);
        }
        if (customer.passedAt() != null) {
            return new Explanation(date, Outcome.UNSUBSCRIBED, passedBy(customer, run));
        }
        if (customer.changed()) {
            return new Explanation(
                    date,
                    Outcome.CHANGED_SINCE,
                    "the customer changed at " + customer.changedAt().toInstant() + " and may have counted either way; "
                            + audience);
        }
        if (!customer.subscribed()) {
            return new Explanation(date, Outcome.UNSUBSCRIBED, unsubscribed(customer) + "; " + audience);
        }
        String outside = outside(customer, run.audience());
        return outside == null
                ? eligible(userId, customer, run)
                : new Explanation(date, Outcome.OUTSIDE_RULE, outside + "; the customer has " + customer.customer());
    }

    private static String unsubscribed(Eligibility customer) {
        String how = customer.unsubscribedBy() == null
                ? "had unsubscribed in the inbox"
                : "had been unsubscribed by an import of " + customer.unsubscribedBy();
        OffsetDateTime at = customer.unsubscribedAt();
        return "the customer " + how + (at == null ? "" : " at " + at.toInstant());
    }

    private static @Nullable String outside(Eligibility customer, Audience rule) {
        if (!customer.segments()) {
            return "the rule asks for one of the segments " + rule.segments();
        }
        if (!customer.countries()) {
            return "the rule asks for one of the countries " + rule.countries();
        }
        return customer.locales() ? null : "the rule asks for one of the locales " + rule.locales();
    }

    private static String passedBy(Eligibility customer, Run run) {
        Instant passedAt = instant(customer.passedAt());
        String written = "before their chunk of run " + run.runId() + " was written at " + passedAt;
        if (customer.unsubscribedAt() == null) {
            return "the customer had unsubscribed " + written + ", and subscribed again since";
        }
        Instant unsubscribedAt = instant(customer.unsubscribedAt());
        return unsubscribedAt.isAfter(passedAt)
                ? "the customer had unsubscribed " + written + ", and did so once more at " + unsubscribedAt
                : "the customer unsubscribed at " + unsubscribedAt + ", " + written;
    }

    private static Instant instant(@Nullable OffsetDateTime at) {
        return Objects.requireNonNull(at).toInstant();
    }

    private Explanation eligible(UUID userId, Eligibility customer, Run run) {
        String name = "run " + run.runId() + " of generation " + run.generation();
        String reason = run.reason() == null ? "" : ": " + run.reason();
        if (run.state() == RunState.COMPLETED || facts.passed(userId, run)) {
            String since = customer.unsubscribedAt() == null
                    ? ""
                    : "; the customer unsubscribed at " + instant(customer.unsubscribedAt())
                            + ", after their message was written";
            return new Explanation(
                    run.dispatchDate(),
                    Outcome.ELIGIBLE_DISPATCHED,
                    "eligible, and " + name + " has passed by" + since);
        }
        if (customer.unsubscribedAt() != null) {
            return new Explanation(
                    run.dispatchDate(),
                    Outcome.UNSUBSCRIBED,
                    "the customer unsubscribed at " + instant(customer.unsubscribedAt()) + ", and " + name + ", "
                            + run.state() + reason + ", has not come to them; it will write them nothing");
        }
        Outcome outcome =
                switch (run.state()) {
                    case FAILED -> Outcome.RUN_FAILED;
                    case STOPPED -> Outcome.RUN_STOPPED;
                    case CANCELLED -> Outcome.RUN_CANCELLED;
                    default -> Outcome.IN_PROGRESS;
                };
        return new Explanation(
                run.dispatchDate(),
                outcome,
                "eligible, but " + name + " is " + run.state() + reason + " and has not come to the customer");
    }
}
