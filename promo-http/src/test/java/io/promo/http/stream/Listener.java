package io.promo.http.stream;

import io.promo.stack.testing.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One caller, who opens streams and hangs up. */
final class Listener implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final TestToken token;
    private final List<HttpResponse<InputStream>> answers = new ArrayList<>();

    Listener(int port, TestToken token) {
        this.port = port;
        this.token = token;
    }

    static Listener anybody(int port) {
        return new Listener(port, TestToken.of("cashier").subject(UUID.randomUUID()));
    }

    HttpResponse<InputStream> open(String path) {
        return openSoon(path).join();
    }

    CompletableFuture<HttpResponse<InputStream>> openSoon(String path) {
        return HTTP.sendAsync(request(path).GET().build(), BodyHandlers.ofInputStream())
                .thenApply(answer -> {
                    synchronized (answers) {
                        answers.add(answer);
                    }
                    return answer;
                });
    }

    HttpResponse<Void> head(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    }

    /** The lines of the stream as they come, at last {@code closed}. */
    static Queue<String> lines(HttpResponse<InputStream> answer) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        CompletableFuture.runAsync(() -> {
            try (InputStream body = answer.body()) {
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(lines::add);
            } catch (IOException | UncheckedIOException hungUp) {
                // said below
            }
            lines.add("closed");
        });
        return lines;
    }

    /** Asks for a stream over a connection of its own, and reads nothing of the answer. */
    Socket ask(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: board\r\nAuthorization: " + token.bearer() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Hangs up on all that are open. */
    @Override
    public void close() {
        synchronized (answers) {
            answers.forEach(answer -> {
                try {
                    answer.body().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", token.bearer());
    }
}
