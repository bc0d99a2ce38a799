package io.promo.cli.event;

import io.promo.cli.http.Answer;
import io.promo.cli.http.Api;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import java.util.UUID;
import picocli.CommandLine.Parameters;

/** Names an event. */
final class EventArgument {

    @Parameters(index = "0", paramLabel = "EVENT", description = "The event's id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    UUID id;

    String path() {
        return "/events/" + id;
    }

    String path(String action) {
        return path() + "/" + action;
    }

    /** The event with its ETag. */
    Answer fetch(Api api) {
        return api.send(Request.get(Service.CALENDAR, path()));
    }
}
