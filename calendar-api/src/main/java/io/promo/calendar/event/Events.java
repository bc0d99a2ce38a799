package io.promo.calendar.event;

import io.promo.calendar.event.AuditTrail.Action;
import io.promo.calendar.http.IfMatch;
import io.promo.events.EventType;
import io.promo.events.outbox.Outbox;
import io.promo.events.promotion.DatesOfEdit;
import io.promo.http.Refusal;
import java.time.Instant;
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
    private final PastWindows windows;
    private final Outbox outbox;

    Events(EventRepository repository, AuditTrail audit, PastWindows windows, Outbox outbox) {
        this.repository = repository;
        this.audit = audit;
        this.windows = windows;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    public Event get(UUID eventId) {
        return repository.find(eventId).orElseThrow(() -> unknown(eventId));
    }

    @Transactional(readOnly = true)
    public HistoryPage history(UUID eventId, @Nullable String cursor, int limit) {
        HistoryPage history = audit.history(eventId, HistoryPage.position(cursor), limit);
        if (cursor == null && history.items().isEmpty()) {
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
        audit.recordCopy(actor, eventId, created);
        return created;
    }

    /** The event as the draft would make it, and what that would do to its dates. */
    @Transactional
    public EditedEvent edited(UUID eventId, IfMatch expected, EventDraft draft) {
        return edited(lock(eventId, expected), draft);
    }

    /**
     * Makes the edit.
     *
     * @param confirmed somebody has seen what it does to the dates
     * @throws Refusal 409 when nobody has, though it may surprise customers
     */
    @Transactional
    public EditedEvent edit(UUID eventId, IfMatch expected, EventDraft draft, boolean confirmed, String actor) {
        Event event = lock(eventId, expected);
        EditedEvent edited = edited(event, draft);
        if (!confirmed) {
            edited.requireNothingToConfirm();
        }
        EventContent content = edited.event().content();
        Event after = changed(Action.EDIT, actor, event, it -> repository.update(eventId, content, actor));
        return new EditedEvent(after, edited.dates());
    }

    private EditedEvent edited(Event event, EventDraft draft) {
        Instant now = repository.now();
        if (!event.statusAt(now).mayBeEdited()) {
            throw refused(event.statusAt(now), "edited", "Copy it and edit the copy.");
        }
        EventContent content = EventRules.content(draft);
        if (event.status() != EventStatus.PUBLISHED) {
            return new EditedEvent(event.with(content), null);
        }
        EventRules.publishable(content, now);
        DatesOfEdit dates = DatesOfEdit.of(windows.of(event, now), content.window(), now);
        return new EditedEvent(event.with(content), dates);
    }

    /** The event, which may be deleted now. */
    @Transactional
    public Event deletable(UUID eventId, IfMatch expected) {
        Event event = lock(eventId, expected);
        if (event.status() != EventStatus.DRAFT) {
            throw refused(event.status(), "deleted", "Only drafts can be; a published event can be cancelled.");
        }
        return event;
    }

    @Transactional
    public void delete(UUID eventId, IfMatch expected, String actor) {
        Event event = deletable(eventId, expected);
        repository.delete(eventId);
        audit.record(Action.DELETE, actor, event, null);
    }

    /** The event, which may be published now. */
    @Transactional
    public Event publishable(UUID eventId, IfMatch expected) {
        Event event = lock(eventId, expected);
        if (event.status() != EventStatus.DRAFT) {
            throw refused(event.status(), "published", "Only drafts can be; copy it to send something like it again.");
        }
        EventRules.publishable(event.content(), repository.now());
        return event;
    }

    @Transactional
    public Event publish(UUID eventId, IfMatch expected, String actor) {
        Event event = publishable(eventId, expected);
        return changed(Action.PUBLISH, actor, event, it -> repository.move(eventId, EventStatus.PUBLISHED, actor));
    }

    /** The event, which may be cancelled now. */
    @Transactional
    public Event cancellable(UUID eventId, IfMatch expected) {
        Event event = lock(eventId, expected);
        EventStatus status = event.statusAt(repository.now());
        if (status != EventStatus.PUBLISHED) {
            String remedy = status == EventStatus.DRAFT
                    ? "Nothing of a draft is sent; delete it."
                    : "Nothing more of it will be sent.";
            throw refused(status, "cancelled", remedy);
        }
        return event;
    }

    @Transactional
    public Event cancel(UUID eventId, IfMatch expected, String actor) {
        Event event = cancellable(eventId, expected);
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

    private Event lock(UUID eventId, IfMatch expected) {
        Event event = repository.lock(eventId).orElseThrow(() -> unknown(eventId));
        if (!expected.allows(event.version())) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    "stale",
                    "The event was changed meanwhile: it is at version " + event.version() + " by " + event.updatedBy()
                            + ", which If-Match does not name. Fetch it again and repeat your change.");
        }
        return event;
    }

    private static Refusal refused(EventStatus status, String what, String remedy) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "refused-by-status",
                "The event is " + status + " and cannot be " + what + ". " + remedy);
    }

    private static Refusal unknown(UUID eventId) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-event", "There is no event " + eventId + ".");
    }
}
