package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import io.promo.events.promotion.Audience;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Audiences as small as they come, and customers who come, go and change their minds while a run is under way. */
@EngineTest
class MovingAudienceTest {

    @Autowired
    World world;

    @Autowired
    Engine engine;

    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void startWorker() {
        world.workers(1);
    }

    @Test
    void shouldReachTheOnlyCustomer() {
        world.customers(1);

        RunView run = world.awaitState(world.request(event, 0, null), RunState.COMPLETED);

        assertThat(run.eligible()).isEqualTo(1);
        assertThat(run.inserted()).isEqualTo(1);
        assertThat(run.partitions().total()).isEqualTo(1);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldCompleteWhenNobodyMatchesTheRule() {
        world.customers(300);
        Audience nobody = new Audience(List.of("no-such-segment"), List.of(), List.of());

        RunView run = world.awaitState(world.request(event, 0, null, nobody), RunState.COMPLETED);

        assertThat(run.eligible()).isZero();
        assertThat(run.delivered()).isZero();
        assertThat(world.messages(event)).isEmpty();
    }

    @Test
    void shouldCompleteRangesThatHaveBecomeEmpty() {
        world.customers(1_000);
        UUID run = world.request(event, 0, 150);
        world.awaitDelivered(run, 100);

        engine.pauseAndResumeWith(
                run,
                () -> world.dispatch
                        .sql("DELETE FROM customer WHERE NOT user_id = ANY (?)")
                        .param(reached().toArray(UUID[]::new))
                        .update());

        RunView done = world.awaitState(run, RunState.COMPLETED);
        assertThat(done.delivered()).isBetween(100L, 999L);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldReachOnlyWhoWasThereWhenTheAudienceWasTaken() {
        world.customers(1_000);
        Set<UUID> before = customers("true");
        UUID run = world.request(event, 0, 150);
        world.awaitDelivered(run, 100);

        engine.pauseAndResumeWith(run, () -> world.dispatch.sql("""
                        INSERT INTO customer (user_id, display_name, imported_at)
                        SELECT gen_random_uuid(), 'Late', now() FROM generate_series(1, 100)
                        """).update());

        world.awaitState(run, RunState.COMPLETED);
        assertThat(reached()).hasSize(1_000).isEqualTo(before);
        assertThat(world.messages(event)).hasSize(1_000);
    }

    @Test
    void shouldReachWhoeverChangesMeanwhileAtMostOnce() {
        world.customers(1_500);
        Set<UUID> stayed = customers("country = 'DE' AND display_name NOT LIKE '%0'");
        Set<UUID> never = customers("country <> 'DE' AND display_name NOT LIKE '%0'");
        Audience germans = new Audience(List.of(), List.of("DE"), List.of());
        UUID run = world.request(event, 0, 75, germans);
        world.awaitDelivered(run, 50);

        engine.pauseAndResumeWith(run, () -> world.dispatch.sql("""
                        UPDATE customer SET country = CASE country WHEN 'DE' THEN 'FR' ELSE 'DE' END, changed_at = now()
                        WHERE display_name LIKE '%0'
                        """).update());

        world.awaitState(run, RunState.COMPLETED);
        assertThat(reached()).containsAll(stayed).doesNotContainAnyElementsOf(never);
        assertThat(world.messages(event)).hasSameSizeAs(reached());
    }

    private Set<UUID> reached() {
        return world.messages(event).stream()
                .map(message -> (UUID) message.get("user_id"))
                .collect(Collectors.toSet());
    }

    private Set<UUID> customers(String condition) {
        return new HashSet<>(world.dispatch
                .sql("SELECT user_id FROM customer WHERE " + condition)
                .query(UUID.class)
                .list());
    }
}
