package io.promo.calendar.event;

import io.promo.calendar.http.Actor;
import io.promo.calendar.http.IfMatch;
import io.promo.calendar.idempotency.IdempotentRequests;
import io.promo.calendar.idempotency.IdempotentRequests.Request;
import io.promo.events.EventCodec;
import io.promo.http.BodyLimit;
import io.promo.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events over REST. */
@RestController
@Tag(name = "events")
@RequestMapping("/events")
class EventController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String DRY_RUN = "Change nothing; answer as if, the event as it is";
    private static final int MOST = 100;

    /**
     * Of an event that can be sent, with each of its letters written as an escape, which takes three times the bytes, and of
     * its description, which is not sent.
     */
    private static final long LONGEST_DRAFT = 3L * EventCodec.LONGEST_PAYLOAD + 6L * EventRules.LONGEST_DESCRIPTION;

    private final Events events;
    private final EventRepository repository;
    private final Cursors cursors;
    private final IdempotentRequests idempotent;

    EventController(Events events, EventRepository repository, Cursors cursors, IdempotentRequests idempotent) {
        this.events = events;
        this.repository = repository;
        this.cursors = cursors;
        this.idempotent = idempotent;
    }

    @GetMapping
    @Operation(summary = "List events without their texts and audiences, newest window first")
    EventPage list(
            @RequestParam(required = false) @Nullable List<EventStatus> status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        checkLimit(limit);
        EventPosition after = cursor == null ? null : cursors.read(cursor);
        List<EventSummary> found = repository.list(new EventQuery(status, from, to, q), after, limit + 1);
        if (found.size() <= limit) {
            return new EventPage(found, null, false);
        }
        List<EventSummary> items = found.subList(0, limit);
        EventSummary last = items.get(limit - 1);
        return new EventPage(items, cursors.write(new EventPosition(last.startDatetime(), last.eventId())), true);
    }

    @GetMapping("/{eventId}")
    @Operation(summary = "One event; its version is the ETag")
    ResponseEntity<Event> get(@PathVariable UUID eventId) {
        return ok(events.get(eventId));
    }

    @GetMapping("/{eventId}/history")
    @Operation(
            summary = "Who did what with an event, also with a deleted one, newest first",
            description =
                    "Of long texts and lists there is what differs. A page has fewer entries than limit where they"
                            + " are large; hasMore says whether there are more.")
    HistoryPage history(
            @PathVariable UUID eventId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        checkLimit(limit);
        return events.history(eventId, cursor, limit);
    }

    @PostMapping
    @BodyLimit(LONGEST_DRAFT)
    @Operation(summary = "Make a draft")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<Event> create(
            @RequestBody EventDraft draft,
            @RequestHeader(value = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            Actor actor) {
        return idempotent.once(
                new Request(actor.name(), key, "create", draft),
                Event.class,
                () -> created(events.create(draft, actor.name())));
    }

    @PutMapping("/{eventId}")
    @BodyLimit(LONGEST_DRAFT)
    @Operation(
            summary = "Replace a draft's or a published event's content; other services hear of the latter",
            description =
                    "Of a published event, dates says what the edit does to them. One that may surprise customers is"
                            + " refused with 409 (needs-confirmation, with the same dates) unless confirm is true.")
    ResponseEntity<EditedEvent> edit(
            @PathVariable UUID eventId,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EventDraft draft,
            @Parameter(description = "Change nothing; answer as if, the event as it would be")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Do it even if it may surprise customers") @RequestParam(defaultValue = "false")
                    boolean confirm,
            Actor actor) {
        IfMatch expected = IfMatch.required(ifMatch);
        EditedEvent edited = dryRun
                ? events.edited(eventId, expected, draft)
                : events.edit(eventId, expected, draft, confirm, actor.name());
        return ResponseEntity.ok().eTag(IfMatch.etag(edited.event().version())).body(edited);
    }

    @DeleteMapping("/{eventId}")
    @Operation(summary = "Delete a draft")
    @ApiResponse(responseCode = "204", useReturnTypeSchema = true)
    ResponseEntity<Void> delete(
            @PathVariable UUID eventId,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(description = DRY_RUN) @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        IfMatch expected = IfMatch.required(ifMatch);
        if (dryRun) {
            events.deletable(eventId, expected);
        } else {
            events.delete(eventId, expected, actor.name());
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{eventId}/publish")
    @Operation(summary = "Publish a draft: it will be sent on its dates")
    ResponseEntity<Event> publish(
            @PathVariable UUID eventId,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(value = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Parameter(description = DRY_RUN) @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        IfMatch expected = IfMatch.optional(ifMatch);
        if (dryRun) {
            return ok(events.publishable(eventId, expected));
        }
        return idempotent.once(
                new Request(actor.name(), key, "publish", eventId),
                Event.class,
                () -> ok(events.publish(eventId, expected, actor.name())));
    }

    @PostMapping("/{eventId}/cancel")
    @Operation(summary = "Cancel a published event for good: nothing more is sent")
    ResponseEntity<Event> cancel(
            @PathVariable UUID eventId,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(value = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Parameter(description = DRY_RUN) @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor) {
        IfMatch expected = IfMatch.optional(ifMatch);
        if (dryRun) {
            return ok(events.cancellable(eventId, expected));
        }
        return idempotent.once(
                new Request(actor.name(), key, "cancel", eventId),
                Event.class,
                () -> ok(events.cancel(eventId, expected, actor.name())));
    }

    @PostMapping("/{eventId}/copy")
    @Operation(summary = "Make a draft of any event")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<Event> copy(
            @PathVariable UUID eventId,
            @RequestHeader(value = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            Actor actor) {
        return idempotent.once(
                new Request(actor.name(), key, "copy", eventId),
                Event.class,
                () -> created(events.copy(eventId, actor.name())));
    }

    @PostMapping("/preview")
    @BodyLimit(LONGEST_DRAFT)
    @Operation(summary = "Render for a sample customer and list the due dates; keeps nothing")
    EventPreview preview(@RequestBody PreviewRequest request) {
        return EventPreview.of(EventRules.content(request.draft()), request.locale(), request.sample());
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.badField("bad-request", "limit", "must be between 1 and " + MOST);
        }
    }

    private static ResponseEntity<Event> ok(Event event) {
        return ResponseEntity.ok().eTag(IfMatch.etag(event.version())).body(event);
    }

    private static ResponseEntity<Event> created(Event event) {
        return ResponseEntity.created(URI.create("/events/" + event.eventId()))
                .eTag(IfMatch.etag(event.version()))
                .body(event);
    }
}
