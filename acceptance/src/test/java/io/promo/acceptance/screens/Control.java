package io.promo.acceptance.screens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.promo.stack.LocalStack;
import io.promo.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Lets a journey take processes of the stack down, {@code POST /stop/<name>}, and bring back all that are, {@code POST /start}. */
final class Control implements AutoCloseable {

    private final HttpServer server;

    Control(LocalStack processes) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // Each request in a thread of its own: two processes may be taken down at once.
        server.setExecutor(command -> new Thread(command, "control").start());
        server.createContext("/stop/", exchange -> answer(exchange, () -> processes.stop(lastSegment(exchange))));
        server.createContext("/start", exchange -> answer(exchange, () -> processes.up(0, line -> {})));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @FunctionalInterface
    private interface Action {
        void run() throws InterruptedException;
    }

    private static String lastSegment(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, Action action) throws IOException {
        int status = 204;
        String answer = "";
        try {
            action.run();
        } catch (StackException e) {
            status = 500;
            answer = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 500;
            answer = "interrupted";
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
