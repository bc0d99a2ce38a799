package io.promo.stack.testing;

import io.promo.stack.postgres.PostgresServer;
import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** This JVM's PostgreSQL server. */
final class TestPostgres {

    /** Started on first use: the holder class is initialised then. */
    private static final class Holder {
        static final PostgresServer SERVER = start();
    }

    private TestPostgres() {}

    static PostgresServer server() {
        return Holder.SERVER;
    }

    private static PostgresServer start() {
        try {
            Path files = Files.createTempDirectory("promo-postgres-");
            var server = new PostgresServer(files.resolve("data"), FreePorts.inARow(1), PostgresServer.FORGETFUL);
            server.initialize();
            Path log = files.resolve("log");
            OsProcess process = server.launch(log).start();
            Watchdog.guard(process, "QUIT", files);
            Await.until("PostgreSQL", process, log, Duration.ofSeconds(60), server::answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
