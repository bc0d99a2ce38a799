package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.List;
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
        try (var broker = new Broker(round.stack)) {
            List<ConsumerRecord<String, String>> requests = broker.requests(sending.runId);
            assertThat(requests).isNotEmpty();
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
        sending.goesOnWithin(Duration.ofSeconds(60));
        sending.completes();
    }
}
