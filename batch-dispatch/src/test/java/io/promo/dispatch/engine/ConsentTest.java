package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Customers who unsubscribe after the audience was taken: nothing is written for them from then on. */
@EngineTest
class ConsentTest {

    private static final String UNSUBSCRIBE =
            "UPDATE customer SET unsubscribed = true, unsubscribed_at = now(), changed_at = now() WHERE ";

    @Autowired
    World world;

    @Autowired
    Engine engine;

    @Autowired
    Api api;

    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void startWorker() {
        world.workers(1);
        world.customers(1_000);
        world.schedule(event, "PUBLISHED");
    }

    @Test
    void shouldNotReachWhoUnsubscribesBetweenStopAndRestart() {
        UUID run = world.request(event, 0, 150);
        world.awaitDelivered(run, 100);
        api.post("/runs/" + run + "/stop");
        world.awaitState(run, RunState.STOPPED);
        Set<UUID> sent = reached();
        world.dispatch.sql(UNSUBSCRIBE + "display_name LIKE '%7'").update();
        Set<UUID> gone = customers("unsubscribed");

        world.hurry(run);
        api.post("/runs/" + run + "/restart", Map.of());

        world.awaitState(run, RunState.COMPLETED);
        Set<UUID> expected = customers("NOT unsubscribed");
        expected.addAll(sent);
        assertThat(reached()).isEqualTo(expected);
        assertThat(world.messages(event)).hasSameSizeAs(expected);
        assertAllAccountedFor(run, 1_000 - expected.size());
        UUID inTime =
                gone.stream().filter(user -> !sent.contains(user)).findAny().orElseThrow();
        UUID late = gone.stream().filter(sent::contains).findAny().orElseThrow();
        assertThat(explained(inTime).path("outcome").asString()).isEqualTo("UNSUBSCRIBED");
        assertThat(explained(inTime).path("detail").asString())
                .contains("before")
                .contains(unsubscribedAt(inTime));
        assertThat(explained(late).path("outcome").asString()).isEqualTo("ELIGIBLE_DISPATCHED");
        assertThat(explained(late).path("detail").asString()).contains("after").contains(unsubscribedAt(late));
    }

    @Test
    void shouldNotReachWhoUnsubscribesWhileTheRunIsUnderWay() {
        UUID run = world.request(event, 0, 100);
        world.awaitDelivered(run, 50);

        // Of the highest ids whole chunks: nothing is left of them to write.
        int gone = world.dispatch
                .sql(UNSUBSCRIBE + "user_id > 'b0000000-0000-0000-0000-000000000000'")
                .update();
        world.hurry(run);

        world.awaitState(run, RunState.COMPLETED);
        assertThat(gone).isGreaterThan(100);
        Set<UUID> unsubscribed = customers("unsubscribed");
        Set<UUID> reached = reached();
        assertThat(reached).containsAll(customers("NOT unsubscribed"));
        long spared =
                unsubscribed.stream().filter(user -> !reached.contains(user)).count();
        assertThat(spared).isPositive();
        assertAllAccountedFor(run, (int) spared);
    }

    @Test
    void shouldReachWhoSubscribesAgainInTimeAndReplayAChunkWithoutHarm() {
        UUID run = world.request(event, 0, 150);
        world.awaitDelivered(run, 100);

        Set<UUID> allowed = new HashSet<>();
        engine.pauseAndResumeWith(run, () -> {
            allowed.addAll(reached());
            engine.rewind(run);
            // What a chunk counts is in the transaction that the rewind undoes.
            world.dispatch.sql("""
                            UPDATE run_partition SET delivered = 0, inserted = 0, resume_after = NULL
                            WHERE run_id = ? AND state <> 'DONE'
                            """).param(run).update();
            world.dispatch.sql(UNSUBSCRIBE + "display_name LIKE '%3'").update();
            world.dispatch.sql("""
                            UPDATE customer SET unsubscribed = false, unsubscribed_at = NULL, changed_at = now()
                            WHERE display_name LIKE '%13'
                            """).update();
        });

        world.awaitState(run, RunState.COMPLETED);
        allowed.addAll(customers("NOT unsubscribed"));
        assertThat(reached())
                .as("who is still unsubscribed has nothing but what was written before")
                .isEqualTo(allowed);
        assertThat(world.messages(event)).hasSameSizeAs(reached());
        RunView completed = world.run(run);
        assertThat(completed.chunksReplayed()).isPositive();
        // A replayed chunk passes by whoever has unsubscribed since it was written, too.
        assertThat(completed.unsubscribed()).isGreaterThanOrEqualTo(1_000 - allowed.size());
        assertThat(completed.delivered() + completed.unsubscribed())
                .isEqualTo(completed.eligible())
                .isEqualTo(1_000);
    }

    private void assertAllAccountedFor(UUID run, int unsubscribed) {
        JsonNode view = api.get("/runs/" + run).body();
        assertThat(view.path("unsubscribed").asInt()).isEqualTo(unsubscribed);
        assertThat(view.path("delivered").asInt() + unsubscribed)
                .isEqualTo(view.path("eligible").asInt())
                .isEqualTo(1_000);
    }

    private JsonNode explained(UUID user) {
        return api.get("/explain?user=" + user + "&event=" + event + "&date=" + World.DATE)
                .body()
                .at("/items/0");
    }

    private String unsubscribedAt(UUID user) {
        return world.dispatch
                .sql("SELECT unsubscribed_at FROM customer WHERE user_id = ?")
                .param(user)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant()
                .toString();
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
