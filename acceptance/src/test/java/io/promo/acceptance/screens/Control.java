package io.promo.acceptance.screens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.promo.stack.LocalStack;
import io.promo.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Lets a journey take a process of the stack down and bring it back: {@code POST /stop/<name>} and {@code /start/<name>}. */
final class Control implements AutoCloseable {

    private final HttpServer server;

    Control(LocalStack processes) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stop/", exchange -> answer(exchange, processes::stop));
        server.createContext("/start/", exchange -> answer(exchange, processes::restart));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @FunctionalInterface
    private interface Action {
        void accept(String process) throws InterruptedException;
    }

    private static void answer(HttpExchange exchange, Action action) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int status = 200;
        String answer = "";
        try {
            action.accept(path.substring(path.lastIndexOf('/') + 1));
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
