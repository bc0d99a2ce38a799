package io.promo.dispatch.deadletter;

import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.http.Refusal;
import java.util.Arrays;
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
 * still holds comes back as a new dead letter. Not sent again are those that were cut, as the rest of them is lost, and
 * requests for partitions: a run's restart makes new ones. The key chooses the partition, as it did the first time; headers,
 * which anybody may write, do not.
 */
@Service
class Replay {

    /** Dead letters sent again at a time when none are named. */
    static final int AT_ONCE = 1_000;

    private static final long PATIENCE_SECONDS = 20;

    private final DeadLetterStore store;
    private final KafkaTemplate<String, String> kafka;
    private final String requests;
    private final List<String> replayable;

    Replay(DeadLetterStore store, KafkaTemplate<String, String> kafka, Topics topics) {
        this.store = store;
        this.kafka = kafka;
        this.requests = topics.name(Topic.PROMOTION_DISPATCH);
        this.replayable = Arrays.stream(Topic.values())
                .map(topics::name)
                .filter(topic -> !topic.equals(requests))
                .toList();
    }

    /**
     * Sends them again, all or none are marked.
     *
     * @param ids which; null: those not sent again yet that may be, at most {@value #AT_ONCE}
     * @return those that were, or in a dry run would be, sent again
     */
    @Transactional
    public List<DeadLetter> replay(@Nullable List<Long> ids, String by, boolean dryRun) {
        List<DeadLetter> letters = ids == null ? store.lockWaiting(replayable, AT_ONCE) : named(ids);
        if (!dryRun && !letters.isEmpty()) {
            send(letters);
            store.markReplayed(letters, by);
        }
        return letters;
    }

    private List<DeadLetter> named(List<Long> ids) {
        if (store.isTooMuch(ids)) {
            throw Refusal.badField("ids", "name dead letters of more than 3 MB together; name fewer at a time");
        }
        List<DeadLetter> letters = store.lock(ids);
        List<Long> found = letters.stream().map(DeadLetter::id).toList();
        ids.stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
            throw Refusal.notFound("dead letter " + id);
        });
        letters.forEach(this::requireReplayable);
        return letters;
    }

    private void requireReplayable(DeadLetter letter) {
        if (letter.replayedAt() != null) {
            throw Refusal.byState(
                    "already-replayed",
                    "dead letter " + letter.id() + " was replayed at " + letter.replayedAt()
                            + "; had it failed again, it would be listed anew");
        }
        if (letter.cutFrom() != null) {
            throw Refusal.byState(
                    "cut", "dead letter " + letter.id() + " was cut to fit; have its sender send the whole again");
        }
        if (!letter.topic().equals(requests) && !replayable.contains(letter.topic())) {
            throw Refusal.byState(
                    "foreign-topic",
                    "dead letter " + letter.id() + " says it is of " + letter.topic() + ", which is none of ours");
        }
        if (letter.topic().equals(requests)) {
            throw Refusal.byState(
                    "partition-request",
                    "dead letter " + letter.id()
                            + " is a request for a partition; restart its run, which makes a new one");
        }
    }

    private void send(List<DeadLetter> letters) {
        try {
            CompletableFuture.allOf(letters.stream()
                            .map(it -> kafka.send(new ProducerRecord<>(it.topic(), it.key(), it.value())))
                            .toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw Refusal.unavailable(
                    "kafka-unavailable", "Kafka does not take the records; none is marked as replayed. Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("stopping", "the service is stopping; try again");
        }
    }
}
