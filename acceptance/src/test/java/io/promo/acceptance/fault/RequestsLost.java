package io.promo.acceptance.fault;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Queued requests vanish: their records are deleted from the topic (odd rounds), or the group's offsets are moved past
 * them, as by an operator's mistake (even rounds).
 */
final class RequestsLost implements Fault {

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String name() {
        return "requests lost";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.05);
        List<String> workers = round.running(ProcessRole.WORKER);
        sending.hurt();
        for (String worker : workers) {
            round.processes.kill(worker);
        }
        Set<Integer> queued = round.facts.queued(sending.runId);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        if (queued.isEmpty()) {
            throw new VoidRound("no request was queued");
        }
        try (var broker = new Broker(round.stack)) {
            List<ConsumerRecord<String, String>> requests = broker.requests(sending.runId);
            if (round.number % 2 == 1) {
                broker.delete(requests);
            } else {
                broker.commitPast(requests);
            }
        }
        for (String worker : workers) {
            round.processes.restart(worker);
        }
        sending.recovering();
        sending.resumesWithin(Duration.ofSeconds(60), queued, attempts);
        sending.completes();
    }
}
