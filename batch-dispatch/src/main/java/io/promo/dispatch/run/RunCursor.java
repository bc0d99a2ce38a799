package io.promo.dispatch.run;

import io.promo.http.Refusal;
import io.promo.http.RequestValues;
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

    /** @throws Refusal 400 when this list cannot have returned it */
    static RunCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("_", 2);
            RunCursor cursor = new RunCursor(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]));
            if (cursor.text().equals(text)
                    && RequestValues.covers(cursor.requestedAt().toInstant())) {
                return cursor;
            }
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw refused();
        }
        throw refused();
    }

    private static Refusal refused() {
        return Refusal.badField("bad-cursor", "cursor", "is not one this list has returned; start without");
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((requestedAt + "_" + runId).getBytes(StandardCharsets.UTF_8));
    }
}
