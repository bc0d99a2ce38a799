package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import io.promo.events.promotion.Audience;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a run brings to whom, with nothing in its way. */
@EngineTest
class DispatchTest {

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Engine engine;

    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void startWorker() {
        world.workers(1);
    }

    @Test
    void shouldBringOneMessageToEveryCustomer() {
        world.customers(2_345);

        RunView run = world.awaitState(world.request(event, 0, null), RunState.COMPLETED);

        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
        assertThat(run.eligible()).isEqualTo(2_345);
        assertThat(run.delivered()).isEqualTo(2_345);
        assertThat(run.inserted()).isEqualTo(2_345);
        assertThat(run.chunksReplayed()).isZero();
        assertThat(run.partitions()).isEqualTo(new RunView.Partitions(10, 0, 0, 10, 0));
    }

    /** As the inbox keeps each quarter of the ids by itself. */
    @Test
    void shouldAskForRangesOfDifferentQuartersInTurn() {
        world.customers(2_345);

        UUID run = world.awaitState(world.request(event, 0, null), RunState.COMPLETED)
                .runId();

        List<Integer> quarters = world.dispatch
                .sql(
                        "SELECT get_byte(uuid_send(first_user), 0) / 64 FROM run_partition WHERE run_id = ? ORDER BY partition_no")
                .param(run)
                .query(Integer.class)
                .list();
        assertThat(quarters.subList(0, 8)).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
        assertThat(quarters).hasSize(10);
    }

    /** From several partitions Kafka hands a consumer its requests in any order. */
    @Test
    void shouldPutTheRequestsForOneConsumerIntoOneKafkaPartitionInTheirOrder() {
        world.customers(2_345);
        world.workers(0);
        UUID workerOfFour = engine.process("now() + interval '1 hour'");
        world.dispatch
                .sql("UPDATE process SET threads = 4 WHERE process_id = ?")
                .param(workerOfFour)
                .update();

        UUID run = world.request(event, 0, null);
        engine.awaitRequested(run, 10);

        assertThat(world.dispatch
                        .sql("SELECT array_agg(partition_no ORDER BY kafka_offset)::text FROM partition_claim"
                                + " WHERE run_id = ? GROUP BY kafka_partition ORDER BY min(partition_no)")
                        .param(run)
                        .query(String.class)
                        .list())
                .containsExactly("{0,4,8}", "{1,5,9}", "{2,6}", "{3,7}");
        world.dispatch
                .sql("DELETE FROM process WHERE process_id = ?")
                .param(workerOfFour)
                .update();
        world.workers(1);
        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldSpreadTheRequestsOverAllKafkaPartitionsWhileNoWorkerIsAlive() {
        world.customers(2_345);
        world.workers(0);

        UUID run = world.request(event, 0, null);
        engine.awaitRequested(run, 10);

        assertThat(world.dispatch
                        .sql("SELECT count(DISTINCT kafka_partition) FROM partition_claim WHERE run_id = ?")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        world.workers(1);
        world.awaitState(run, RunState.COMPLETED);
    }

    @Test
    void shouldInsertNothingWhenADateIsReplayedUnderANewGeneration() {
        world.customers(600);
        world.awaitState(world.request(event, 0, null), RunState.COMPLETED);
        world.dispatch
                .sql(
                        "INSERT INTO customer (user_id, display_name, imported_at) VALUES (?, 'Late', now() - interval '1 minute')")
                .param(UUID.randomUUID())
                .update();

        RunView replay = world.awaitState(world.request(event, 1, null), RunState.COMPLETED);

        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
        assertThat(replay.delivered()).isEqualTo(601);
        assertThat(replay.inserted()).isEqualTo(1);
        assertThat(replay.chunksReplayed()).isPositive();
    }

    @Test
    void shouldLeaveOutWhoIsNotEligible() {
        world.customers(300);
        world.dispatch
                .sql(
                        "UPDATE customer SET unsubscribed = true, unsubscribed_at = now() - interval '1 hour' WHERE display_name = 'Customer 30'")
                .update();
        world.dispatch
                .sql("UPDATE customer SET imported_at = now() + interval '1 hour' WHERE display_name = 'Customer 60'")
                .update();
        Audience audience = new Audience(List.of("vip", "o'brien"), List.of("DE"), List.of("de", "fr-CA"));

        RunView run = world.awaitState(world.request(event, 0, null, audience), RunState.COMPLETED);

        // Of 10, 20, …, 300 every third is German: 30, 60, …, 300, less the two.
        assertThat(run.eligible()).isEqualTo(8);
        assertThat(run.inserted()).isEqualTo(8);
        assertThat(world.messages(event)).hasSize(8);
    }

    @Test
    void shouldStoreTheTextOncePerLocaleAndPerCustomerOnlyWhatDiffers() {
        world.customers(14);

        world.awaitState(world.request(event, 0, null), RunState.COMPLETED);

        List<Map<String, Object>> rows = world.messages(event);
        Map<String, Object> german = row(rows, 3);
        assertThat(german.get("subject")).isEqualTo("Big sale");
        assertThat(german.get("body"))
                .isEqualTo("Bis "
                        + World.DATE.plusDays(2).format(DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN)));
        assertThat(german.get("params")).isNull();
        Map<String, Object> english = row(rows, 2);
        assertThat(english.get("subject")).isEqualTo("Big sale for {{name}}");
        assertThat(english.get("params")).isEqualTo("{\"Customer 2\",c2@example.org}");
        // French falls back to the default; a customer without an address has an empty one.
        assertThat(row(rows, 7).get("params")).isEqualTo("{\"Customer 7\",\"\"}");
    }

    @Test
    void shouldCompleteWithoutPartitionsWhenThereIsNobody() {
        world.customers(0);

        RunView run = world.awaitState(world.request(event, 0, null), RunState.COMPLETED);

        assertThat(run.partitions().total()).isZero();
        assertThat(run.delivered()).isZero();
    }

    @Test
    void shouldTellOtherServicesOnceARunIsOver() {
        world.customers(10);
        UUID run = world.request(event, 0, null);

        world.awaitState(run, RunState.COMPLETED);

        assertThat(records.awaitRunEnded(run)).contains("\"state\": \"COMPLETED\"", "\"inserted\": 10");
    }

    @Test
    void shouldRunManyEventsAtOnce() {
        world.customers(500);
        List<UUID> events =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(12).toList();

        List<UUID> runs = events.stream().map(id -> world.request(id, 0, null)).toList();

        runs.forEach(run -> world.awaitState(run, RunState.COMPLETED));
        assertThat(events).allSatisfy(id -> assertThat(world.oracle(id)).isEqualTo(World.Oracle.CLEAN));
    }

    private static Map<String, Object> row(List<Map<String, Object>> rows, int customer) {
        UUID user = World.customer(customer);
        return rows.stream()
                .filter(row -> user.equals(row.get("user_id")))
                .findFirst()
                .orElseThrow();
    }
}
