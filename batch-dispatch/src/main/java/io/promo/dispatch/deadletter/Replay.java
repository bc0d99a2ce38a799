package io.promo.dispatch.deadletter;

import io.promo.dispatch.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends dead letters again to where they failed. At least once: consumers remember what they consumed. One whose cause
 * still holds comes back as a new dead letter.
 */
@Service
class Replay {

    /** Dead letters sent again at a time when none are named. */
    static final int AT_ONCE = 1_000;

    private static final long PATIENCE_SECONDS = 20;

    private final DeadLetterStore store;
    private final KafkaTemplate<String, String> kafka;

    Replay(DeadLetterStore store, KafkaTemplate<String, String> kafka) {
        this.store = store;
        this.kafka = kafka;
    }

    /**
     * Sends them again, all or none are marked.
     *
     * @param ids which; null: those not sent again yet, at most {@value #AT_ONCE}
     * @return those that were, or in a dry run would be, sent again
     */
    @Transactional
    public List<DeadLetter> replay(@Nullable List<Long> ids, String by, boolean dryRun) {
        List<DeadLetter> letters = ids == null ? store.lockWaiting(AT_ONCE) : named(ids);
        if (!dryRun && !letters.isEmpty()) {
            send(letters);
            store.markReplayed(letters, by);
        }
        return letters;
    }

    private List<DeadLetter> named(List<Long> ids) {
        List<DeadLetter> letters = store.lock(ids);
        List<Long> found = letters.stream().map(DeadLetter::id).toList();
        ids.stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
            throw ProblemException.notFound("dead letter " + id);
        });
        letters.stream().filter(it -> it.replayedAt() != null).findFirst().ifPresent(it -> {
            throw ProblemException.refused(
                    "already-replayed",
                    "dead letter " + it.id() + " was replayed at " + it.replayedAt()
                            + "; had it failed again, it would be listed anew");
        });
        return letters;
    }

    private void send(List<DeadLetter> letters) {
        try {
            CompletableFuture.allOf(letters.stream()
                            .map(it ->
                                    kafka.send(new ProducerRecord<>(it.topic(), it.partition(), it.key(), it.value())))
                            .toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw ProblemException.unavailable(
                    "kafka-unavailable", "Kafka does not take the records; none is marked as replayed. Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("stopping", "the service is stopping; try again");
        }
    }
}
