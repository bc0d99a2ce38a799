package io.promo.inbox.hint;

import io.promo.inbox.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream. */
@RestController
class HintController {

    private final Streams streams;

    HintController(Streams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/messages/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Server-sent events: an empty 'hint' whenever the inbox may have changed",
            description =
                    "Ask for list and badge on each hint and after each connect: hints are not repeated. The stream"
                            + " ends with the token; come back with a fresh one after the pause given as 'retry'.")
    ResponseEntity<SseEmitter> stream(Caller caller) {
        // Reverse proxies would otherwise keep hints until a buffer is full.
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(streams.open(caller));
    }
}
