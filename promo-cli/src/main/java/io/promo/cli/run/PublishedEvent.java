package io.promo.cli.run;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Api;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks dispatch about an event that it may not have heard of: a draft, or one that was published a moment ago. */
final class PublishedEvent {

    private static final int TRIES = 20;

    private final Api api;
    private final Runnable pause;

    /** @param pause waits for half a second */
    PublishedEvent(Api api, Runnable pause) {
        this.api = api;
        this.pause = pause;
    }

    /**
     * The answer, waited for while the event is on its way to dispatch.
     *
     * @param eventId null: no event is named, so there is nothing to wait for
     * @throws CommandFailure when dispatch refuses it, when the event is a draft, or when there is none
     */
    JsonNode send(@Nullable UUID eventId, Supplier<Request> request) {
        for (int left = TRIES; ; left--) {
            try {
                return api.send(request.get()).body();
            } catch (CommandFailure failure) {
                if (eventId == null || left == 0 || !failure.isOf("not-there-yet")) {
                    throw failure;
                }
                requirePublished(eventId);
                pause.run();
            }
        }
    }

    private void requirePublished(UUID eventId) {
        JsonNode event = api.get(Service.CALENDAR, "/events/" + eventId);
        if (Json.text(event, "status", "").equals("DRAFT")) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "\"" + Json.text(event, "title", "?") + "\" cannot be sent: it is a draft",
                    "Publish it first: promo publish " + eventId
                            + "; promo test-send shows it to one customer before.");
        }
    }
}
