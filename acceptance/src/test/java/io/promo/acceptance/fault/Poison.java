package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.acceptance.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Records nobody can make anything of, among the requests and among the events, and an event that cannot be applied for
 * want of a right: each is put aside with its cause, the rest goes on, and once the right is there a replay brings the
 * event back.
 */
final class Poison implements Fault {

    private static final String TOO_LONG = "x".repeat(600_000);

    private static final int POISON = 3;
    /** Dispatch and inbox-api. */
    private static final int READERS_OF_EVENTS = 2;

    private static final String OF_REQUESTS = " AND original_topic = '" + Broker.REQUESTS + "'";
    private static final String OF_EVENTS = " AND original_topic = '" + Broker.EVENTS + "'";

    @Override
    public int number() {
        return 13;
    }

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public void round(Round round) throws Exception {
        Sending beside = round.send().upTo(0.05).hurt();
        long requests = deadLetters(round, OF_REQUESTS);
        long events = deadLetters(round, OF_EVENTS);
        try (var broker = new Broker(round.stack)) {
            for (String topic : new String[] {Broker.REQUESTS, Broker.EVENTS}) {
                broker.send(topic, "poison", "this is not JSON");
                broker.send(topic, "poison", "{\"payload\":{}}");
                broker.send(topic, "poison", TOO_LONG);
            }
        }
        beside.goesOnWithin(Duration.ofSeconds(30));
        await("all are put aside").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(deadLetters(round, OF_REQUESTS)).as("requests").isEqualTo(requests + POISON);
            assertThat(deadLetters(round, OF_EVENTS)).as("events").isEqualTo(events + POISON * READERS_OF_EVENTS);
        });
        assertThat(deadLetters(round, " AND cause LIKE '%does not say why%'"))
                .as("without a cause")
                .isZero();

        Sending replayed = broughtBack(round);
        beside.completes();
        replayed.completes();
    }

    private static Sending broughtBack(Round round) throws Exception {
        UUID eventId;
        round.facts
                .dispatch
                .sql("REVOKE INSERT ON schedule FROM promo_dispatch")
                .update();
        try {
            eventId = round.stack.published(Stack.event(round.title(), Round.MAX_RATE));
            await("the event is put aside")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> deadLetters(
                                    round, " AND cause LIKE '%permission denied%' AND value LIKE '%" + eventId + "%'")
                            == 1);
        } finally {
            round.facts
                    .dispatch
                    .sql("GRANT INSERT ON schedule TO promo_dispatch")
                    .update();
        }
        round.stack.admin.post(round.stack.dispatch("/dead-letters/replay"), Map.of());
        return round.follow(eventId);
    }

    private static long deadLetters(Round round, String and) {
        return round.facts
                .dispatch
                .sql("SELECT count(*) FROM dead_letter WHERE true" + and)
                .query(Long.class)
                .single();
    }
}
