package io.promo.inbox.message;

import io.promo.inbox.badge.UnreadCount;
import io.promo.inbox.badge.UnreadCounts;
import io.promo.inbox.http.Caller;
import io.promo.inbox.http.Revalidated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own messages. */
@RestController
@RequestMapping("/messages")
class MessageController {

    private final Inbox inbox;
    private final UnreadCounts counts;
    private final Revalidated revalidated;

    MessageController(Inbox inbox, UnreadCounts counts, Revalidated revalidated) {
        this.inbox = inbox;
        this.counts = counts;
        this.revalidated = revalidated;
    }

    /** @param upTo of the page that was shown */
    record ReadAllRequest(
            @NotNull(message = "must be upTo of the page that was shown")
            @Schema(description = "upTo of the page that was shown; what has come since stays unread.")
            String upTo) {}

    /** @param updated how many messages were unread */
    record ReadAllResult(int updated) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The caller's messages, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MessagePage.class)))
    ResponseEntity<byte[]> list(Caller caller, @ParameterObject MessageQuery query) {
        MessagePage page = inbox.page(caller.userId(), query);
        return revalidated.answer(page, page.upTo());
    }

    @GetMapping(path = "/unread-count", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The badge: live unread messages, counted up to 100")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = UnreadCount.class)))
    ResponseEntity<byte[]> unreadCount(Caller caller) {
        return revalidated.answer(counts.of(caller.userId()));
    }

    @GetMapping("/{messageId}")
    @Operation(summary = "One message")
    MessageView one(Caller caller, @PathVariable UUID messageId) {
        return inbox.one(caller.userId(), messageId);
    }

    @PutMapping("/{messageId}/read")
    @Operation(summary = "Mark a message read; again changes nothing")
    MessageView read(Caller caller, @PathVariable UUID messageId) {
        return inbox.markRead(caller.userId(), messageId);
    }

    @PutMapping("/{messageId}/unread")
    @Operation(summary = "Mark a message unread; again changes nothing")
    MessageView unread(Caller caller, @PathVariable UUID messageId) {
        return inbox.markUnread(caller.userId(), messageId);
    }

    @PostMapping("/read-all")
    @Operation(summary = "Mark read what the inbox held when a page of the list was read, at most 1000 messages")
    ReadAllResult readAll(Caller caller, @Valid @RequestBody ReadAllRequest request) {
        return new ReadAllResult(inbox.markAllRead(caller.userId(), request.upTo()));
    }
}
