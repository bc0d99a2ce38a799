package io.promo.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.outbox.OutboxRecord.Status;
import io.promo.events.outbox.RelayedOutbox.TestRelay;
import io.promo.stack.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private RelayedOutbox outbox;

    @BeforeEach
    void makeOutbox() throws Exception {
        outbox = new RelayedOutbox(TestKafka.bootstrapServers());
    }

    @AfterEach
    void closeOutbox() throws Exception {
        outbox.close();
    }

    @Test
    void shouldLoseNothingWhenKilledBetweenSendAndDelete() throws Exception {
        List<String> keys = keys(10);
        outbox.append(keys, 1);
        outbox.append(keys, 2);
        try (Connection lock = outbox.connection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT FROM outbox WHERE aggregate_version = 2 FOR UPDATE");
            TestRelay victim = outbox.relay("victim");
            await().atMost(RelayedOutbox.BOUND).until(() -> outbox.received().size() == 20);
            victim.die();
        }
        assertThat(outbox.waiting()).as("sent, and not deleted").isEqualTo(20);
        outbox.append(keys, 3);

        outbox.endLeases();
        outbox.relay("successor");
        outbox.awaitDrained();

        await().atMost(RelayedOutbox.BOUND).until(() -> outbox.received().size() == 50);
        assertThat(outbox.versions())
                .hasSize(10)
                .allSatisfy((key, versions) -> assertThat(versions).containsExactly(1, 2, 3));
        assertThat(outbox.received().stream().map(RelayTest::eventId).distinct())
                .as("what came twice carries the same id twice")
                .hasSize(30);
    }

    @Test
    void shouldKeepTheOrderOfEachKeyWhileTwoRelaysTakeLanesFromEachOther() throws Exception {
        List<String> keys = keys(40);
        int versions = 25;
        TestRelay one = outbox.relay("one");
        TestRelay other = outbox.relay("other");

        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (String key : keys) {
            writers.execute(
                    () -> IntStream.rangeClosed(1, versions).forEach(version -> outbox.append(List.of(key), version)));
        }
        writers.shutdown();
        while (!writers.awaitTermination(100, TimeUnit.MILLISECONDS)) {
            outbox.endLeases();
            one.wake();
            other.wake();
        }
        outbox.awaitDrained();

        List<Integer> all = IntStream.rangeClosed(1, versions).boxed().toList();
        await().atMost(RelayedOutbox.BOUND)
                .untilAsserted(() -> assertThat(outbox.versions())
                        .hasSize(40)
                        .allSatisfy((key, seen) -> assertThat(seen).isEqualTo(all)));
    }

    @Test
    void shouldSendEachRecordOnceAndInOrderWhileRelaysComeAndGo() {
        List<String> keys = keys(12);
        TestRelay first = outbox.relay("first");
        TestRelay second = outbox.relay("second");
        append(keys, 1, 20);
        first.stop();
        append(keys, 21, 40);
        first.start();
        second.stop();
        append(keys, 41, 60);
        outbox.awaitDrained();

        await().atMost(RelayedOutbox.BOUND)
                .untilAsserted(() -> assertThat(outbox.received()).hasSize(12 * 60));
        assertThat(outbox.versions())
                .allSatisfy((key, versions) -> assertThat(versions)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, 60).boxed().toList()));
    }

    @Test
    void shouldTakeOverTheLanesOfAHolderThatDiedOnceItsLeaseHasEnded() {
        Instant leaseEnd = outbox.leaseAllLanesTo("a relay that was killed", Duration.ofSeconds(2));
        outbox.append(keys(5), 1);
        outbox.relay("relay");
        outbox.awaitDrained();

        await().atMost(RelayedOutbox.BOUND).until(() -> outbox.received().size() == 5);
        assertThat(outbox.received())
                .allSatisfy(record -> assertThat(record.timestamp()).isGreaterThanOrEqualTo(leaseEnd.toEpochMilli()));
    }

    @Test
    void shouldLetARefusedRecordBlockOnlyItsOwnKeyAndSendItOnceMendedAndReplayed() {
        var operators = new OutboxRecords(outbox.jdbc);
        outbox.transaction.executeWithoutResult(status -> {
            outbox.append("refused", 1, "x".repeat(2 * RelayedOutbox.LONGEST_RECORD));
            outbox.append("refused", 2);
            outbox.append("healthy", 1);
        });
        TestRelay relay = outbox.relay("relay");

        await().atMost(RelayedOutbox.BOUND)
                .untilAsserted(() -> assertThat(operators.list(Status.FAILED, 0, 20))
                        .singleElement()
                        .satisfies(it -> assertThat(it.lastError()).startsWith("RecordTooLargeException")));
        outbox.append(List.of("healthy"), 2);
        await().atMost(RelayedOutbox.BOUND)
                .untilAsserted(
                        () -> assertThat(outbox.versions()).containsExactly(Map.entry("healthy", List.of(1, 2))));

        outbox.mend(operators.list(Status.FAILED, 0, 20).get(0).id());
        assertThat(operators.replay(null)).isEqualTo(1);
        relay.wake();
        outbox.awaitDrained();
        await().atMost(RelayedOutbox.BOUND)
                .untilAsserted(() -> assertThat(outbox.versions()).containsEntry("refused", List.of(1, 2)));
    }

    @Test
    void shouldHandOverAtOnceWhenStoppedAndStartAgain() {
        TestRelay one = outbox.relay("one");
        await().atMost(RelayedOutbox.BOUND).until(() -> outbox.lanesHeld() == 64);
        one.stop();
        assertThat(outbox.lanesHeld()).isZero();

        List<String> keys = keys(3);
        outbox.append(keys, 1);
        one.start();
        outbox.awaitDrained();
        assertThat(outbox.lanesHeld()).isEqualTo(64);
    }

    @Test
    void shouldGoOnPastATopicThatIsMissing() {
        IntStream.range(0, 5).forEach(i -> outbox.appendToAMissingTopic("lost" + i));
        List<String> keys = keys(5);
        outbox.append(keys, 1);
        outbox.append(keys, 2);
        outbox.relay("relay");

        await().atMost(RelayedOutbox.BOUND)
                .untilAsserted(() -> assertThat(outbox.versions())
                        .hasSize(5)
                        .allSatisfy((key, versions) -> assertThat(versions).containsExactly(1, 2)));
        await().atMost(RelayedOutbox.BOUND).until(() -> outbox.waiting() == 5);
        assertThat(outbox.jdbc
                        .sql("SELECT DISTINCT status FROM outbox")
                        .query(String.class)
                        .list())
                .containsExactly("PENDING");
    }

    @Test
    void shouldOutliveItsDatabaseConnections() throws Exception {
        outbox.relay("relay");
        await().atMost(RelayedOutbox.BOUND).until(() -> outbox.lanesHeld() == 64);
        try (Connection connection = outbox.superuser()) {
            connection
                    .createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'relay'");
        }
        outbox.append(keys(3), 1);
        outbox.awaitDrained();
        assertThat(outbox.received()).hasSize(3);
    }

    private static String eventId(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("eventId").value(), StandardCharsets.UTF_8);
    }

    private void append(List<String> keys, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(version -> outbox.append(keys, version));
    }

    private static List<String> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
    }
}
