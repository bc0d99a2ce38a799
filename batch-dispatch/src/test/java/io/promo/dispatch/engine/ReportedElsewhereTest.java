package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What users of Spring Batch's remote partitioning report as broken: docs/spring-batch-issues.md says who and where. */
@EngineTest
class ReportedElsewhereTest {

    private final UUID event = UUID.randomUUID();

    @Autowired
    World world;

    @Autowired
    Engine engine;

    @Autowired
    Records records;

    @Autowired
    Api api;

    @Test
    void shouldEndTheJobWhosePartitionsAreDoneAndNoOther() {
        world.workers(1);
        world.customers(1_000);
        UUID slow = world.request(event, 0, 10);
        world.awaitDelivered(slow, 1);

        UUID quick = world.request(UUID.randomUUID(), 0, null);

        world.awaitState(quick, RunState.COMPLETED);
        assertThat(records.awaitRunEnded(quick)).contains("\"state\": \"COMPLETED\"", "\"delivered\": 1000");
        assertThat(engine.jobState(quick)).isEqualTo("COMPLETED");
        assertThat(engine.jobState(slow)).isEqualTo("STARTED");
        assertThat(records.runEnded(slow)).isEmpty();
        api.post("/runs/" + slow + "/stop");
        world.awaitState(slow, RunState.STOPPED);
    }

    @Test
    void shouldCompleteMoreThanAHundredPartitions() {
        world.workers(0);
        world.customers(26_000);
        UUID id = world.request(event, 0, null);
        RunView run;
        try (ConfigurableApplicationContext quick = world.startWorker("promo.dispatch.page-size=250")) {
            assertThat(quick.isActive()).isTrue();
            run = world.awaitState(id, RunState.COMPLETED);
        }

        int all = run.partitions().total();
        assertThat(all).isGreaterThan(100);
        assertThat(run.partitions()).isEqualTo(new RunView.Partitions(all, 0, 0, all, 0));
        assertThat(run.delivered()).isEqualTo(26_000);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldCountAfterARestartWhatWasDoneBefore() {
        world.workers(1);
        world.customers(2_500);
        world.schedule(event, "PUBLISHED");
        UUID run = world.request(event, 0, 250);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> world.run(run).partitions().done() > 0);
        api.post("/runs/" + run + "/stop");
        int doneBefore = world.awaitState(run, RunState.STOPPED).partitions().done();
        assertThat(doneBefore).isBetween(1, 9);

        world.hurry(run);
        engine.restart(run);

        RunView done = world.awaitState(run, RunState.COMPLETED);
        assertThat(done.partitions()).isEqualTo(new RunView.Partitions(10, 0, 0, 10, 0));
        assertThat(done.delivered()).isEqualTo(2_500);
        // What was done is counted and not done again.
        assertThat(engine.attempts(run)).isBetween(10, 20 - doneBefore);
        List<String> told =
                await().atMost(Duration.ofSeconds(20)).until(() -> records.runEnded(run), it -> it.size() == 2);
        assertThat(told.get(1)).contains("\"state\": \"COMPLETED\"", "\"delivered\": 2500", "\"inserted\": 2500");
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }
}
