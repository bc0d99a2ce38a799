package io.promo.cli.command;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Api;
import io.promo.cli.http.Pages;
import io.promo.cli.http.Request;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How much of a list to show. */
public final class PageOptions {

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: 20).")
    int limit = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where a list ended: its nextCursor.")
    @Nullable
    String cursor;

    /** The part of the list that is asked for. */
    public JsonNode read(Api api, Supplier<Request> request) {
        if (limit < 1) {
            throw CommandFailure.usage("--limit must be at least 1", "Leave it out for 20.");
        }
        return Pages.read(api, request, cursor, limit);
    }
}
