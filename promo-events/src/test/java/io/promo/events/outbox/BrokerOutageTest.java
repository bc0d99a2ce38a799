package io.promo.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.outbox.RelayedOutbox.TestRelay;
import io.promo.stack.kafka.KafkaServer;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.OsProcess;
import io.promo.stack.testing.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, since it is killed. */
class BrokerOutageTest {

    private static final Jdk JDK =
            new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());

    @TempDir
    private Path directory;

    private KafkaServer server;
    private OsProcess broker;

    @BeforeEach
    void startBroker() throws IOException {
        int port = FreePorts.inARow(2);
        server = new KafkaServer(directory.resolve("data"), port, port + 1);
        launch();
    }

    @AfterEach
    void stopBroker() throws InterruptedException {
        broker.stop("KILL", Duration.ofSeconds(10));
    }

    @Test
    void shouldKeepEverythingAndItsOrderWhileTheBrokerIsAway() throws Exception {
        try (var outbox = new RelayedOutbox(server.bootstrapServers())) {
            List<String> keys = IntStream.range(0, 50).mapToObj(i -> "key" + i).toList();
            TestRelay relay = outbox.relay("relay");
            outbox.append(keys, 1);
            outbox.awaitDrained();

            broker.stop("KILL", Duration.ofSeconds(10));
            outbox.append(keys, 2);
            outbox.append(keys, 3);
            await().atMost(RelayedOutbox.BOUND).until(() -> failures(outbox) >= 2);
            relay.stop();
            assertThat(outbox.lanesHeld()).as("stopped, also without a broker").isZero();
            relay.start();
            outbox.append(keys, 4);
            assertThat(outbox.waiting()).isEqualTo(150);
            assertThat(outbox.jdbc
                            .sql("SELECT count(*) FROM outbox WHERE status = 'FAILED' OR refusals > 0")
                            .query(Integer.class)
                            .single())
                    .isZero();

            launch();
            outbox.awaitDrained();
            await().atMost(RelayedOutbox.BOUND)
                    .untilAsserted(() -> assertThat(outbox.versions())
                            .hasSize(50)
                            .allSatisfy((key, versions) -> assertThat(versions).containsExactly(1, 2, 3, 4)));
        }
    }

    private static int failures(RelayedOutbox outbox) {
        return outbox.jdbc
                .sql("SELECT coalesce(max(attempts), 0) FROM outbox")
                .query(Integer.class)
                .single();
    }

    private void launch() throws IOException {
        broker = server.launch(JDK, directory.resolve("log")).start();
        await().atMost(RelayedOutbox.BOUND).until(server::listens);
    }
}
