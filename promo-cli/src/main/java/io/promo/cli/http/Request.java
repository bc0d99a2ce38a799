package io.promo.cli.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request to a service, built step by step. */
public final class Request {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    final Service service;
    final String method;
    final Map<String, String> headers = new LinkedHashMap<>();
    BodyPublisher body = BodyPublishers.noBody();
    Duration timeout = TIMEOUT;
    boolean asksFirst;
    UnaryOperator<String> fieldNames = UnaryOperator.identity();

    @Nullable
    Confirmation confirmation;

    private final String path;
    private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");

    /**
     * What to say when the service wants something confirmed before it is done.
     *
     * @param told the lines about it, from the refusal
     * @param remedy how to confirm it
     */
    record Confirmation(Function<JsonNode, List<String>> told, String remedy) {}

    private Request(Service service, String method, String path) {
        this.service = service;
        this.method = method;
        this.path = path;
    }

    /** Reads. */
    public static Request get(Service service, String path) {
        return new Request(service, "GET", path);
    }

    /** Posts nothing. */
    public static Request post(Service service, String path) {
        return new Request(service, "POST", path);
    }

    /** Posts JSON. */
    public static Request post(Service service, String path, JsonNode body) {
        return post(service, path).json(body);
    }

    /** Puts nothing. */
    public static Request put(Service service, String path) {
        return new Request(service, "PUT", path);
    }

    /** Puts JSON. */
    public static Request put(Service service, String path, JsonNode body) {
        return put(service, path).json(body);
    }

    /** Deletes. */
    public static Request delete(Service service, String path) {
        return new Request(service, "DELETE", path);
    }

    /** Adds a parameter, unless the value is null. */
    public Request query(String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Only if the thing is still as this ETag says. */
    public Request ifMatch(String etag) {
        headers.put("If-Match", etag);
        return this;
    }

    /** Done once however often it is sent with this key; so it may be sent again when an answer got lost. */
    public Request once(String key) {
        headers.put("Idempotency-Key", key);
        return this;
    }

    /** Says so when the service refuses it until it is confirmed. */
    public Request confirmation(Function<JsonNode, List<String>> told, String remedy) {
        confirmation = new Confirmation(told, remedy);
        return this;
    }

    /** Says how to call a field that the service finds fault with. */
    public Request named(UnaryOperator<String> names) {
        fieldNames = names;
        return this;
    }

    /** Sends something that is no JSON. */
    public Request content(String type, BodyPublisher content) {
        headers.put("Content-Type", type);
        body = content;
        return this;
    }

    /** Asks first whether the body is welcome: a long one, sent at once, would hide why it is refused. */
    public Request asksFirst() {
        asksFirst = true;
        return this;
    }

    /** Waits this long for the answer; a minute unless said otherwise. */
    public Request patience(Duration duration) {
        timeout = duration;
        return this;
    }

    boolean isRepeatable() {
        return method.equals("GET") || headers.containsKey("Idempotency-Key");
    }

    String pathAndQuery() {
        return path + query;
    }

    private Request json(JsonNode content) {
        return content("application/json", BodyPublishers.ofString(content.toString()));
    }
}
