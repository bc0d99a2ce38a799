package io.promo.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.promo.cli.output.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The three services and the issuer behind one port: answers what a test says, remembers what it was asked. */
public final class Services implements AfterEachCallback {

    /** What was asked. */
    public record Asked(String method, String uri, Map<String, String> headers, String body) {

        public JsonNode json() {
            return Json.parse(body);
        }
    }

    private record Reply(int status, String type, String body, Map<String, String> headers) {}

    /** Instead of a status: the connection breaks before the answer. */
    public static final int LOST = 0;

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public Services() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers JSON; several replies to the same request come in turn, the last one stays. */
    public Services on(String request, int status, String json) {
        return on(request, status, json, Map.of());
    }

    public Services on(String request, int status, String json, Map<String, String> headers) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        replies.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Reply(status, type, json, headers));
        return this;
    }

    /** The requests so far that begin like this, in order. */
    public List<Asked> asked(String request) {
        return asked.stream()
                .filter(it -> (it.method() + " " + it.uri()).startsWith(request))
                .toList();
    }

    /** The only request that begins like this. */
    public Asked only(String request) {
        List<Asked> found = asked(request);
        if (found.size() != 1) {
            throw new AssertionError(request + " was asked " + found.size() + " times; asked was " + asked);
        }
        return found.get(0);
    }

    public void stop() {
        server.stop(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String uri = exchange.getRequestURI().toString();
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        asked.add(new Asked(exchange.getRequestMethod(), uri, headers, body));
        Deque<Reply> queue = replies.getOrDefault(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), new ArrayDeque<>());
        Reply reply = queue.size() > 1 ? queue.poll() : queue.peek();
        if (reply == null) {
            reply = new Reply(
                    404,
                    "application/problem+json",
                    "{\"title\":\"Not found\",\"detail\":\"no " + uri + "\"}",
                    Map.of());
        }
        if (reply.status() == LOST) {
            exchange.close();
            return;
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
