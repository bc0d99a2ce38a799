package io.promo.inbox.hint;

import io.promo.http.stream.LiveStreams;
import io.promo.inbox.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream. */
@RestController
class HintController {

    private final LiveStreams<UUID> streams;
    private final Hints hints;

    HintController(LiveStreams<UUID> streams, Hints hints) {
        this.streams = streams;
        this.hints = hints;
    }

    @GetMapping(path = "/messages/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary =
                    "Server-sent events: a 'hint' with the badge soon after connecting and when the inbox may have changed",
            description =
                    "Each is `event: hint` with a Hint as JSON in `data`. Show its count; ask for nothing but a list that is"
                            + " being looked at, and for that after a random part of `jitterMs`: thousands are told at"
                            + " once that a run has ended. Hints are not repeated, but each connection begins with one. The"
                            + " stream ends with the token; come back with a fresh one after the pause given as `retry`."
                            + " At most 8 streams a customer: 429 beyond. Comments are heartbeats, every 15 seconds.")
    @ApiResponse(
            responseCode = "200",
            description = "The data of each event",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Hint.class)))
    ResponseEntity<SseEmitter> stream(Caller caller, HttpServletRequest request) {
        ResponseEntity<SseEmitter> stream = streams.open(request, caller.userId());
        hints.one(caller.userId());
        return stream;
    }
}
