package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.acceptance.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A hundred events become due in the same minute under two managers, one of them for everyone and slow, the others for
 * a segment: a hundred runs, and none of the small ones waits for the large one to end.
 */
final class HundredEvents implements Fault {

    private static final int SMALL_ONES = 99;
    private static final Duration TO_PUBLISH_THEM = Duration.ofSeconds(40);

    @Override
    public int number() {
        return 12;
    }

    @Override
    public String name() {
        return "100 events due at once";
    }

    @Override
    public void round(Round round) throws Exception {
        round.managers(2);
        Instant due = Instant.now()
                .plus(TO_PUBLISH_THEM)
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(Duration.ofMinutes(1));
        UUID large = round.stack.published(due(due, Stack.event("For everyone", Round.MAX_RATE / 4)));
        List<UUID> small = new ArrayList<>();
        for (int number = 1; number <= SMALL_ONES; number++) {
            Map<String, Object> event = due(due, Stack.event("For a few " + number, 0));
            event.put("audience", Map.of("segments", List.of("vip"), "countries", List.of("IN")));
            small.add(round.stack.published(event));
        }
        if (!Instant.now().isBefore(due)) {
            throw new VoidRound("publishing them took until they were due");
        }
        Sending largeOne = round.follow(large);
        List<Sending> smallOnes = small.stream().map(round::follow).toList();
        largeOne.upTo(0.02).hurt();
        smallOnes.forEach(Sending::completes);
        assertThat(round.facts.state(largeOne.runId))
                .as("state of the large run")
                .isEqualTo("RUNNING");
        largeOne.recovering();
        largeOne.goesOnWithin(Duration.ofSeconds(60));
        largeOne.completes();
        assertThat(small)
                .allSatisfy(eventId -> assertThat(round.facts.runs(eventId)).isEqualTo(1));
    }

    private static Map<String, Object> due(Instant at, Map<String, Object> event) {
        event.put("startDatetime", at.toString());
        return event;
    }
}
