package io.promo.stack.kafka;

import io.promo.stack.process.Jdk;
import io.promo.stack.process.Launch;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker on 127.0.0.1 in a JVM of its own.
 *
 * @param data its data directory, made on first use
 * @param port for clients
 * @param controllerPort for itself
 */
public record KafkaServer(Path data, int port, int controllerPort) {

    /** What starts it, with this JVM's own class path. */
    public Launch launch(Jdk jdk, Path log) throws IOException {
        Files.createDirectories(data);
        var command = List.of(
                jdk.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Starts faster; one node on one machine never needs the optimizing compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=io/promo/stack/kafka/broker-logback.xml",
                "-cp",
                classPath(),
                Broker.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
        return new Launch(command, Map.of(), data, log);
    }

    /** Absolute, since the broker runs in a directory of its own. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Whether its port is open. */
    public boolean listens() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it answers a request. */
    public boolean answers() {
        if (!listens()) {
            return false;
        }
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers(),
                "default.api.timeout.ms", "2000",
                "request.timeout.ms", "2000");
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
