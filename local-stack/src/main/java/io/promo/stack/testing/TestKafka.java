package io.promo.stack.testing;

import io.promo.stack.kafka.KafkaServer;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** This JVM's Kafka broker. */
public final class TestKafka {

    /** Started on first use: the holder class is initialised then. */
    private static final class Holder {
        static final KafkaServer SERVER = start();
    }

    private TestKafka() {}

    /** What a client connects to; the broker has no topics yet and makes none by itself. */
    public static String bootstrapServers() {
        return Holder.SERVER.bootstrapServers();
    }

    private static KafkaServer start() {
        try {
            Path files = Files.createTempDirectory("promo-kafka-");
            int port = FreePorts.inARow(2);
            var server = new KafkaServer(files.resolve("data"), port, port + 1);
            Path log = files.resolve("log");
            var jdk = new Jdk(
                    Path.of(System.getProperty("java.home")), Runtime.version().feature());
            OsProcess process = server.launch(jdk, log).start();
            Watchdog.guard(process, "KILL", files);
            // The port opens last; a client of Kafka would fill the test's log with its configuration.
            Await.until("Kafka", process, log, Duration.ofSeconds(60), server::listens);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
