package io.promo.http.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What is written to a stream at once.
 *
 * @param event the event's name; null: a comment that keeps the connection alive
 * @param data the event's data, as JSON
 * @param last nothing comes after it
 */
record Message(@Nullable String event, @Nullable Object data, boolean last) {

    static final Message HEARTBEAT = new Message(null, null, false);

    /** Ends the stream without another word. */
    static final Message END = new Message(null, null, true);

    /** Waits for as long as the other side does not read. */
    void writeTo(SseEmitter emitter) throws IOException {
        if (event != null && data != null) {
            emitter.send(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
        } else if (!last) {
            emitter.send(SseEmitter.event().comment("heartbeat"));
        }
        if (last) {
            emitter.complete();
        }
    }
}
