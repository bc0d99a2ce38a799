package io.promo.calendar.event;

import io.promo.calendar.event.AuditTrail.Action;
import io.promo.calendar.http.Refusal;
import io.promo.events.EventType;
import io.promo.events.outbox.Outbox;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lifecycle of events. Every change locks the event's row, is written to the audit trail, and, once the event is
 * published, told to the other services, all in one transaction.
 */
@Service
class Events {

    /** Who acts when the clock does. */
    static final String SYSTEM = "system";

    private static final int EXPIRED_AT_ONCE = 100;

    private final EventRepository repository;
    private final AuditTrail audit;
    private final Outbox outbox;

    Events(EventRepository repository, AuditTrail audit, Outbox outbox) {
        this.repository = repository;
        this.audit = audit;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    public Event get(UUID eventId) {
        return repository.find(eventId).orElseThrow(() -> unknown(eventId));
    }

    @Transactional(readOnly = true)
    public List<AuditTrail.Entry> history(UUID eventId) {
        List<AuditTrail.Entry> history = audit.history(eventId);
        if (history.isEmpty()) {
            throw unknown(eventId);
        }
        return history;
    }

    @Transactional
    public Event create(EventDraft draft, String actor) {
        Event created = repository.insert(EventRules.content(draft), actor);
        audit.record(Action.CREATE, actor, null, created);
        return created;
    }

    @Transactional
    public Event copy(UUID eventId, String actor) {
        Event created = repository.insert(get(eventId).content(), actor);
        audit.record(Action.COPY, actor, null, created);
        return created;
    }

    @Transactional
    public Event edit(UUID eventId, long expectedVersion, EventDraft draft, String actor) {
        Event event = lock(eventId, expectedVersion);
        if (!event.status().mayBeEdited()) {
            throw refused(event, "edited", "Copy it and edit the copy.");
        }
        EventContent content = EventRules.content(draft);
        if (event.status() == EventStatus.PUBLISHED) {
            EventRules.publishable(content, repository.now());
        }
        return changed(Action.EDIT, actor, event, it -> repository.update(eventId, content, actor));
    }

    @Transactional
    public void delete(UUID eventId, long expectedVersion, String actor) {
        Event event = lock(eventId, expectedVersion);
        if (event.status() != EventStatus.DRAFT) {
            throw refused(event, "deleted", "Only drafts can be; a published event can be cancelled.");
        }
        repository.delete(eventId);
        audit.record(Action.DELETE, actor, event, null);
    }

    /** @param expectedVersion null: whichever there is */
    @Transactional
    public Event publish(UUID eventId, @Nullable Long expectedVersion, String actor) {
        Event event = lock(eventId, expectedVersion);
        if (event.status() != EventStatus.DRAFT) {
            throw refused(event, "published", "Only drafts can be; copy it to send something like it again.");
        }
        EventRules.publishable(event.content(), repository.now());
        return changed(Action.PUBLISH, actor, event, it -> repository.move(eventId, EventStatus.PUBLISHED, actor));
    }

    /** @param expectedVersion null: whichever there is */
    @Transactional
    public Event cancel(UUID eventId, @Nullable Long expectedVersion, String actor) {
        Event event = lock(eventId, expectedVersion);
        if (event.status() != EventStatus.PUBLISHED) {
            String remedy = event.status() == EventStatus.DRAFT
                    ? "Nothing of a draft is sent; delete it."
                    : "Nothing more of it will be sent.";
            throw refused(event, "cancelled", remedy);
        }
        return changed(Action.CANCEL, actor, event, it -> repository.move(eventId, EventStatus.CANCELLED, actor));
    }

    /** Expires some of the published events whose end has passed; returns how many. */
    @Transactional
    public int expire() {
        List<Event> expiring = repository.lockExpiring(EXPIRED_AT_ONCE);
        expiring.forEach(event -> changed(
                Action.EXPIRE, SYSTEM, event, it -> repository.move(it.eventId(), EventStatus.EXPIRED, SYSTEM)));
        return expiring.size();
    }

    private Event changed(Action action, String actor, Event before, UnaryOperator<Event> change) {
        Event after = change.apply(before);
        audit.record(action, actor, before, after);
        if (after.status() != EventStatus.DRAFT) {
            outbox.append(
                    EventType.PROMOTION_CHANGED, "event", after.eventId().toString(), after.version(), after.changed());
        }
        return after;
    }

    private Event lock(UUID eventId, @Nullable Long expectedVersion) {
        Event event = repository.lock(eventId).orElseThrow(() -> unknown(eventId));
        if (expectedVersion != null && expectedVersion != event.version()) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    "stale",
                    "The event was changed meanwhile: version " + event.version() + " by " + event.updatedBy()
                            + ", yours is " + expectedVersion + ". Fetch it again and repeat your change.");
        }
        return event;
    }

    private static Refusal refused(Event event, String what, String remedy) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "refused-by-status",
                "The event is " + event.status() + " and cannot be " + what + ". " + remedy);
    }

    private static Refusal unknown(UUID eventId) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-event", "There is no event " + eventId + ".");
    }
}
