package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every request delivered three times while the run is under way, again when it is over, and old ones after a restart. */
final class RequestsRepeated implements Fault {

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String name() {
        return "requests repeated";
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.05);
        try (var broker = new Broker(round.stack)) {
            sending.hurt();
            List<ConsumerRecord<String, String>> requests = broker.requests(sending.runId);
            Set<Integer> once = Set.of(0, 1);
            long refusedBefore = round.facts.staleRefused();
            // One lands behind its original, with the same worker; one with another, while the original is executed.
            broker.send(requests);
            broker.sendElsewhere(requests);
            await("as many as there are requests are refused while the run is under way")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> round.facts.staleRefused() >= refusedBefore + requests.size());
            if (!round.facts.state(sending.runId).equals("RUNNING")) {
                throw new VoidRound("the run was over before enough were refused");
            }
            assertThat(round.facts.attempts(sending.runId).values())
                    .as("how often partitions were begun")
                    .isSubsetOf(once);

            // An operator's stop and restart give every open partition another step execution: the old ids are
            // nobody's.
            round.operator(sending, "stop");
            sending.reaches("STOPPED");
            round.operator(sending, "restart");
            sending.reaches("RUNNING");
            broker.send(requests);
            sending.goesOnWithin(Duration.ofSeconds(20));
            sending.completes();

            Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
            long messages = round.facts.messages(sending.eventId);
            List<ConsumerRecord<String, String>> all = broker.requests(sending.runId);
            long refused = round.facts.staleRefused();
            broker.send(all);
            await("every request is refused")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> round.facts.staleRefused() >= refused + all.size());
            assertThat(round.facts.attempts(sending.runId)).isEqualTo(attempts);
            assertThat(round.facts.messages(sending.eventId)).isEqualTo(messages);
            assertThat(deadLetters(round, sending.runId)).isZero();
        }
    }

    private static long deadLetters(Round round, UUID runId) {
        return round.facts
                .dispatch
                .sql("SELECT count(*) FROM dead_letter WHERE value LIKE '%' || ? || '%'")
                .param(runId.toString())
                .query(Long.class)
                .single();
    }
}
