package io.promo.cli.http;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.output.Json;
import io.promo.cli.settings.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks JSON to the services, as whoever is logged in. */
public final class Api {

    private static final int UNAUTHORIZED = 401;
    private static final int TRIES = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Settings settings;
    private final Tokens tokens;

    /** For the services that the settings name. */
    public Api(Settings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /**
     * The body of a successful answer to a GET.
     *
     * @throws CommandFailure when the service refuses or does not answer
     */
    public JsonNode get(Service service, String path) {
        return send(Request.get(service, path)).body();
    }

    /**
     * A successful answer.
     *
     * @throws CommandFailure when the service refuses; {@link UnreachableException} as its cause when it does not answer
     */
    public Answer send(Request request) {
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() == UNAUTHORIZED && tokens.renew()) {
            response = exchange(request);
        }
        Answer answer = new Answer(
                response.statusCode(), response.headers().firstValue("ETag").orElse(null), body(response));
        if (answer.status() / 100 != 2) {
            throw Refusals.of(request, answer);
        }
        return answer;
    }

    private HttpResponse<String> exchange(Request request) {
        String base = settings.value(request.service.url());
        for (int left = TRIES - 1; ; left--) {
            try {
                return http.send(build(base, request), BodyHandlers.ofString());
            } catch (IOException e) {
                if (left == 0 || !request.isRepeatable() || e instanceof ConnectException) {
                    throw unreachable(request.service, base, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(ExitCode.FAILED, "Interrupted", "Ask again; what was sent may be done.");
            }
        }
    }

    private HttpRequest build(String base, Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(base, request))
                .timeout(request.timeout)
                .header("Authorization", "Bearer " + tokens.current())
                .header("Accept", "application/json, application/problem+json")
                .method(request.method, request.body);
        request.headers.forEach(builder::header);
        return builder.build();
    }

    private static URI uri(String base, Request request) {
        try {
            URI uri = URI.create(base.replaceAll("/+$", "") + request.pathAndQuery());
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw CommandFailure.usage(
                "'" + base + "' is no http or https URL",
                "Correct " + request.service.url().variable() + ", or leave it out for the local stack.");
    }

    private static JsonNode body(HttpResponse<String> response) {
        String text = response.body();
        if (text.isBlank()) {
            return Json.object();
        }
        try {
            return Json.parse(text);
        } catch (JacksonException e) {
            if (response.statusCode() / 100 != 2) {
                return Json.object();
            }
            throw new CommandFailure(
                    ExitCode.FAILED,
                    response.uri() + " answers, but not in JSON",
                    List.of(),
                    "Check the URLs that are set; this is not Promo's service.",
                    e);
        }
    }

    private static CommandFailure unreachable(Service service, String base, IOException e) {
        return new CommandFailure(
                ExitCode.FAILED,
                service.title() + " does not answer at " + base,
                List.of(),
                "promo up starts the local stack; for another one set "
                        + service.url().variable() + ".",
                new UnreachableException(e));
    }
}
