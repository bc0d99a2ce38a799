package io.promo.dispatch.run;

import io.promo.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the list of runs ended. */
record RunCursor(OffsetDateTime requestedAt, UUID runId) {

    static RunCursor after(RunView last) {
        return new RunCursor(last.requestedAt().atOffset(java.time.ZoneOffset.UTC), last.runId());
    }

    static RunCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("_", 2);
            return new RunCursor(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.badField("cursor", "is not one this list has returned; start without");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((requestedAt + "_" + runId).getBytes(StandardCharsets.UTF_8));
    }
}
