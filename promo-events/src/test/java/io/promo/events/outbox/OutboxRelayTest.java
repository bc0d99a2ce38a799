package io.promo.events.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.outbox.OutboxController.Replay;
import io.promo.stack.testing.FreePorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay while what it depends on fails, or other relays work beside it; each test on a database and a topic of its own. */
class OutboxRelayTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final RelayWorld world = new RelayWorld();
    private final List<String> keys =
            IntStream.range(0, 12).mapToObj(i -> UUID.randomUUID().toString()).toList();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void shouldSendEachRecordOnceAndInOrderWhileRelaysComeAndGo() {
        OutboxRelay first = world.relay();
        OutboxRelay second = world.relay();
        first.start();
        second.start();
        append(1, 20);
        first.stop();
        append(21, 40);
        first.start();
        second.stop();
        append(41, 60);

        awaitEmpty();

        assertThat(versionsByKey())
                .allSatisfy((key, versions) -> assertThat(versions)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 60).boxed().toList()));
    }

    @Test
    void shouldKeepWhatIsAppendedWhileTheBrokerIsAwayAndSendItInOrderOnceItIsBack() {
        OutboxRelay astray = world.relay("127.0.0.1:" + FreePorts.inARow(1));
        astray.start();
        append(1, 3);
        await().atMost(BOUND).until(() -> world.outbox().stream().anyMatch(it -> it.attempts() > 1));
        append(4, 5);
        astray.stop();

        assertThat(world.outbox())
                .hasSize(5 * keys.size())
                .extracting(OutboxRecord::status)
                .containsOnly("PENDING");
        assertThat(world.outbox().stream().filter(it -> it.attempts() > 0))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.lastError()).startsWith("TimeoutException"));

        world.relay().start();
        awaitEmpty();
        assertThat(versionsByKey())
                .hasSize(keys.size())
                .allSatisfy((key, versions) -> assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L));
    }

    @Test
    void shouldTakeOverTheLanesOfAHolderThatDiedOnceItsLeaseHasEnded() {
        Instant leaseEnd = world.leaseAllLanesTo("a relay that was killed", Duration.ofSeconds(2));
        world.relay().start();
        append(1, 2);

        awaitEmpty();

        assertThat(world.received())
                .hasSize(2 * keys.size())
                .allSatisfy(it -> assertThat(it.timestamp()).isGreaterThanOrEqualTo(leaseEnd.toEpochMilli()));
    }

    @Test
    void shouldLetAPoisonousRecordBlockOnlyItsOwnKeyAndSendItOnceMendedAndReplayed() {
        String poisoned = UUID.randomUUID().toString();
        OutboxRelay relay = world.relay();
        relay.start();
        append(poisoned, 1, "x".repeat(2 * RelayWorld.LONGEST_RECORD));
        append(poisoned, 2, "");
        append(1, 1);
        var operators = new OutboxController(world.store(), relay);

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(operators.list("FAILED").items())
                        .singleElement()
                        .satisfies(it -> assertThat(it.lastError()).startsWith("RecordTooLargeException")));
        assertThat(versionsByKey()).hasSize(keys.size()).doesNotContainKey(poisoned);

        UUID failed = operators.list("FAILED").items().get(0).id();
        world.mend(failed);
        assertThat(operators.replay(new Replay(List.of(UUID.randomUUID()), null)))
                .containsEntry("replayed", 0);
        assertThat(operators.replay(new Replay(List.of(failed), true))).containsEntry("replayed", 1);
        assertThat(operators.list("FAILED").items()).hasSize(1);
        assertThat(operators.replay(null)).containsEntry("replayed", 1);

        awaitEmpty();
        assertThat(versionsByKey()).containsEntry(poisoned, List.of(1L, 2L));
    }

    private void append(int firstVersion, int lastVersion) {
        for (int version = firstVersion; version <= lastVersion; version++) {
            for (String key : keys) {
                append(key, version, "");
            }
        }
    }

    private void append(String key, int version, String filler) {
        var payload = new RunEnded(
                UUID.randomUUID(),
                UUID.fromString(key),
                LocalDate.of(2026, 5, 1),
                version,
                "COMPLETED" + filler,
                1,
                1,
                1,
                Instant.now());
        world.append(EventType.RUN_ENDED, key, version, payload);
    }

    private void awaitEmpty() {
        await().atMost(BOUND).untilAsserted(() -> assertThat(world.outbox()).isEmpty());
    }

    private Map<String, List<Long>> versionsByKey() {
        var codec = new EventCodec();
        return world.received().stream()
                .collect(groupingBy(
                        ConsumerRecord::key,
                        mapping(it -> version(codec.decode(it.value(), EventType.RUN_ENDED)), toList())));
    }

    private static long version(Envelope<RunEnded> event) {
        return event.payload().generation();
    }
}
