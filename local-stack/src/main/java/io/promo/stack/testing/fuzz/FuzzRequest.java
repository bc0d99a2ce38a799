package io.promo.stack.testing.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request under way: right when it is made, then changed. All of its address is percent-encoded already. */
final class FuzzRequest {

    private static final int SHOWN = 300;

    /** A name and a value, of which there may be several with one name. */
    record Pair(String name, String value) {}

    final Operation operation;
    final Map<String, String> pathValues = new LinkedHashMap<>();
    final List<Pair> query = new ArrayList<>();
    final List<Pair> headers = new ArrayList<>();
    final List<String> changes = new ArrayList<>();
    String method;
    String pathSuffix = "";

    @Nullable
    String token;

    /** The body as JSON, to be changed in place; null: see {@link #text}. */
    @Nullable
    JsonNode json;

    /** The body as it is sent when there is no {@link #json}; null: none. */
    @Nullable
    String text;

    FuzzRequest(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    void changed(String what, String value) {
        changes.add(what + " " + shown(value));
    }

    byte[] bytes() {
        String body = json == null ? text : json.toString();
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (token != null) {
            head.append("Authorization: ").append(token).append("\r\n");
        }
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(content);
        return all.toByteArray();
    }

    private String target() {
        String path = operation.path();
        for (Map.Entry<String, String> value : pathValues.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        String parameters =
                query.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining("&"));
        return path + pathSuffix + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** For people: enough to repeat it by hand. */
    @Override
    public String toString() {
        String body = json == null ? text : json.toString();
        return method + " " + shown(target()) + " " + shown(headers.toString()) + " "
                + (body == null ? "" : shown(body));
    }

    static String shown(String value) {
        String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "… (" + value.length() + ")" : value;
        return cut.chars()
                .mapToObj(it -> it < ' ' || it > '~' ? String.format("\\u%04x", it) : String.valueOf((char) it))
                .collect(Collectors.joining());
    }
}
