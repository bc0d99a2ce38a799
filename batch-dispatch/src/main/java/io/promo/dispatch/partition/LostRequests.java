package io.promo.dispatch.partition;

import io.promo.events.Topic;
import io.promo.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Finds step executions whose request will reach nobody, so that another is published: those a dead process held, and
 * unclaimed ones whose record was never sent, was committed past or is gone. A queued request is not a lost one.
 */
@Component
public class LostRequests {

    private static final Logger log = LoggerFactory.getLogger(LostRequests.class);
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(5);

    private record Waiting(
            long stepExecutionId,
            @Nullable Integer kafkaPartition,
            @Nullable Long kafkaOffset) {}

    private final JdbcClient jdbc;
    private final KafkaAdmin kafka;
    private final Topics topics;

    LostRequests(JdbcClient jdbc, KafkaAdmin kafka, Topics topics) {
        this.jdbc = jdbc;
        this.kafka = kafka;
        this.topics = topics;
    }

    /** Marks the step executions that dead processes held; each further request backs off, as the one before may be queued. */
    public int ofTheDead() {
        // Index partition_claim_process.
        return jdbc.sql("""
                        UPDATE partition_claim SET requested_at = NULL, next_request_at = NULL
                        WHERE step_execution_id IN (
                            SELECT step_execution_id FROM partition_claim c
                            WHERE process_id IS NOT NULL AND requested_at IS NOT NULL AND next_request_at <= now()
                              AND NOT EXISTS (SELECT 1 FROM process p
                                              WHERE p.process_id = c.process_id AND p.ended_at IS NULL)
                            FOR UPDATE SKIP LOCKED)
                        """).update();
    }

    /** Marks the unclaimed step executions whose request is lost. */
    public int unclaimed() {
        List<Waiting> waiting = jdbc.sql("""
                        SELECT step_execution_id, kafka_partition, kafka_offset FROM partition_claim
                        WHERE process_id IS NULL AND requested_at IS NOT NULL AND next_request_at <= now()
                        """).query(Waiting.class).list();
        if (waiting.isEmpty()) {
            return 0;
        }
        Map<Integer, Long> consumed = consumedUpTo();
        Long[] lost = waiting.stream()
                .filter(request -> isLost(request, consumed))
                .map(Waiting::stepExecutionId)
                .toArray(Long[]::new);
        return jdbc.sql("""
                        UPDATE partition_claim SET requested_at = NULL, next_request_at = NULL
                        WHERE step_execution_id = ANY (:lost) AND process_id IS NULL
                        """).param("lost", lost).update();
    }

    private static boolean isLost(Waiting request, Map<Integer, Long> consumed) {
        Integer partition = request.kafkaPartition();
        Long offset = request.kafkaOffset();
        return partition == null || offset == null || consumed.getOrDefault(partition, 0L) > offset;
    }

    /** Per Kafka partition the offset below which no record will be delivered any more; empty when Kafka is away. */
    private Map<Integer, Long> consumedUpTo() {
        try {
            Admin admin = Admin.create(kafka.getConfigurationProperties());
            try {
                return consumedUpTo(admin);
            } finally {
                // Without a bound it waits for a broker that is away.
                admin.close(Duration.ZERO);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("Kafka does not answer; requests are looked after later: {}", e.toString());
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private Map<Integer, Long> consumedUpTo(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        String topic = topics.name(Topic.PROMOTION_DISPATCH);
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(WorkerGroup.id(topics))
                .partitionsToOffsetAndMetadata()
                .get(KAFKA_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < Topic.PROMOTION_DISPATCH.partitions(); partition++) {
            wanted.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
        }
        Map<Integer, Long> consumed = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get(KAFKA_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .forEach((partition, info) -> consumed.put(partition.partition(), info.offset()));
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                consumed.merge(partition.partition(), offset.offset(), Math::max);
            }
        });
        return consumed;
    }
}
