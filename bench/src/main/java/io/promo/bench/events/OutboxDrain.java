package io.promo.bench.events;

import io.promo.bench.events.Report.Drain;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Puts a backlog into the outbox of calendar-api, as after an outage, and lets its relay bring it to Kafka. SQL writes it, so
 * nobody wakes the relay: up to two seconds until it looks by itself are part of the time.
 */
final class OutboxDrain {

    private static final int WARM_UP_PART = 5;

    private final OutboxTable outbox;
    private final String bootstrapServers;
    private final String topic;

    /** @param topic is made; nobody listens there */
    OutboxDrain(OutboxTable outbox, String bootstrapServers, String topic) {
        this.outbox = outbox;
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** A smaller backlog goes ahead and does not count. */
    Drain measure(int events) throws SQLException, IOException, InterruptedException {
        makeTopic();
        drain(events / WARM_UP_PART);
        return Drain.of(events, drain(events));
    }

    private long drain(int events) throws SQLException, InterruptedException {
        outbox.vacuum();
        long last = outbox.fill(topic, events);
        long committed = System.nanoTime();
        outbox.awaitEmpty(last, events);
        return System.nanoTime() - committed;
    }

    private void makeTopic() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(12), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not make topic " + topic + ": " + e.getMessage(), e);
        }
    }
}
