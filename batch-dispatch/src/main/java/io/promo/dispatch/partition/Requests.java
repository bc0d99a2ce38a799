package io.promo.dispatch.partition;

import io.promo.events.EventCodec;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.dispatch.DispatchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Publishes requests for step executions. A request is marked as under way before it is sent, and its place in the
 * topic is noted after: one that was marked but never sent has no place and is published again by the sweeper.
 */
@Component
public class Requests {

    /** Indexes partition_claim_run, primary key of run_partition. */
    private static final String MARK = """
            UPDATE partition_claim c
            SET requested_at = now(), requests = c.requests + 1, kafka_partition = NULL, kafka_offset = NULL,
                next_request_at = now() + least(60, 5 * power(2, least(c.requests, 10))) * interval '1 second'
            FROM (SELECT step_execution_id FROM partition_claim
                  WHERE run_id = :runId AND requested_at IS NULL AND (next_request_at IS NULL OR next_request_at <= now())
                  ORDER BY partition_no LIMIT :max FOR UPDATE SKIP LOCKED) due,
                 run_partition p, run r
            WHERE c.step_execution_id = due.step_execution_id
              AND p.run_id = c.run_id AND p.partition_no = c.partition_no AND r.run_id = c.run_id
            RETURNING r.event_id, r.dispatch_date, c.run_id, c.partition_no, p.first_user, p.last_user,
                      :stepName AS step_name, c.step_execution_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final KafkaTemplate<String, String> kafka;
    private final EventCodec codec;
    private final String topic;

    Requests(
            JdbcClient jdbc,
            JdbcTemplate template,
            KafkaTemplate<String, String> kafka,
            EventCodec codec,
            Topics topics) {
        this.jdbc = jdbc;
        this.template = template;
        this.kafka = kafka;
        this.codec = codec;
        this.topic = topics.name(Topic.PROMOTION_DISPATCH);
    }

    /**
     * Publishes up to {@code max} requests that are due and waits until Kafka has them.
     *
     * @param consumers of the topic, about: each takes a request at a time
     * @return how many were published
     * @throws org.springframework.kafka.KafkaException when Kafka does not take them; they stay due
     */
    public int publish(UUID runId, int max, int consumers) {
        if (max <= 0) {
            return 0;
        }
        List<DispatchRequest> due = jdbc
                .sql(MARK)
                .param("runId", runId)
                .param("max", max)
                .param("stepName", PartitionSteps.STEP)
                .query(DispatchRequest.class)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(DispatchRequest::partitionNo))
                .toList();
        try {
            notePlaces(due, send(due, consumers));
        } catch (CompletionException | org.springframework.kafka.KafkaException e) {
            unmark(due);
            throw new org.springframework.kafka.KafkaException("Kafka did not take the requests", e);
        }
        return due.size();
    }

    private List<RecordMetadata> send(List<DispatchRequest> requests, int consumers) {
        List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>(requests.size());
        for (DispatchRequest request : requests) {
            sent.add(kafka.send(
                            topic,
                            kafkaPartition(request, consumers),
                            request.firstUser().toString(),
                            codec.encode(request))
                    .thenApply(result -> result.getRecordMetadata()));
        }
        kafka.flush();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    /**
     * Consecutive partitions go to consecutive Kafka partitions, as many as there are consumers, who are assigned them in turn.
     * So each consumer gets its requests from one and in their order: from several it would take them in any. Each run starts elsewhere, so that small runs spread, too.
     */
    private static int kafkaPartition(DispatchRequest request, int consumers) {
        int partitions = Topic.PROMOTION_DISPATCH.partitions();
        // Where no worker is alive nobody knows how many will come.
        int used = consumers == 0 ? partitions : Math.min(consumers, partitions);
        return Math.floorMod(request.runId().hashCode() + request.partitionNo(), used);
    }

    private void notePlaces(List<DispatchRequest> requests, List<RecordMetadata> places) {
        List<Object[]> rows = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            rows.add(new Object[] {
                places.get(i).partition(),
                places.get(i).offset(),
                requests.get(i).stepExecutionId()
            });
        }
        template.batchUpdate(
                "UPDATE partition_claim SET kafka_partition = ?, kafka_offset = ? WHERE step_execution_id = ?", rows);
    }

    private void unmark(List<DispatchRequest> requests) {
        template.batchUpdate(
                "UPDATE partition_claim SET requested_at = NULL, requests = greatest(0, requests - 1),"
                        + " next_request_at = now() + interval '1 second' WHERE step_execution_id = ? AND process_id IS NULL",
                requests.stream()
                        .map(request -> new Object[] {request.stepExecutionId()})
                        .toList());
    }
}
