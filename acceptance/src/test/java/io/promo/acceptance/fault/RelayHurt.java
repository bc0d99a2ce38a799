package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.acceptance.Stack;
import io.promo.stack.ProcessRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calendar's relay is killed between sending and marking (round 1), another works beside it (round 2), a key it can
 * never send stands in its way (round 3), the broker is away for a minute (round 4). Nothing published is lost, each
 * event's versions arrive in order, and no request fails.
 */
final class RelayHurt implements Fault {

    private static final String CALENDAR = "calendar-api";
    private static final String POISON = "= 'poison'";
    private static final int EVENTS = 20;
    private static final int EDITS = 2;

    @Override
    public int number() {
        return 17;
    }

    @Override
    public String name() {
        return "outbox relay hurt";
    }

    @Override
    public int rounds() {
        return 4;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending beside = round.send().upTo(0.05).hurt();
        JdbcClient calendar = Facts.client(round.stack.jdbcUrl("calendar"), "promo_owner");
        try {
            hurt(round, beside, calendar);
        } finally {
            calendar.sql("DELETE FROM outbox WHERE aggregateid " + POISON).update();
        }
    }

    private static void hurt(Round round, Sending beside, JdbcClient calendar) throws Exception {
        List<UUID> published = new ArrayList<>();
        switch (round.number) {
            case 1 -> published.add(killedBetweenSendingAndMarking(round));
            case 2 -> {
                round.processes.startAnother(ProcessRole.CALENDAR_API);
                publish(round, published);
            }
            case 3 -> {
                poison(calendar);
                publish(round, published);
                assertThat(waiting(calendar, POISON))
                        .as("poison that cannot be sent")
                        .isPositive();
            }
            default -> {
                round.processes.stop("kafka");
                Instant back = Instant.now().plusSeconds(60);
                publish(round, published);
                TimeUnit.MILLISECONDS.sleep(
                        Duration.between(Instant.now(), back).toMillis());
                round.processes.restart("kafka");
            }
        }
        beside.recovering();
        await("the backlog is gone").atMost(Duration.ofSeconds(30)).until(() -> waiting(calendar, "<> 'poison'") == 0);
        beside.goesOnWithin(Duration.ofSeconds(60));
        for (UUID eventId : published) {
            round.follow(eventId).completes();
        }
        beside.completes();
        inOrder(round, published);
    }

    /** Small ones, edited twice each, so that every event has three messages to keep in order. */
    private static void publish(Round round, List<UUID> published) throws Exception {
        for (int number = 0; number < EVENTS; number++) {
            Map<String, Object> event = Stack.event(round.title() + "-" + number, 0);
            event.put("audience", Map.of("segments", List.of("vip"), "countries", List.of("IN")));
            UUID eventId = round.stack.published(event);
            published.add(eventId);
            for (int edit = 1; edit <= EDITS; edit++) {
                event.put("description", "Edited " + edit);
                round.stack.admin.overwrite(round.stack.calendar("/events/" + eventId), event);
            }
        }
    }

    private static UUID killedBetweenSendingAndMarking(Round round) throws Exception {
        round.processes.signal("kafka", "STOP");
        UUID eventId = round.stack.published(Stack.event(round.title(), Round.MAX_RATE));
        try (Connection connection = DriverManager.getConnection(round.stack.jdbcUrl("calendar"), "promo_owner", "");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Reading goes on, deleting what was sent waits.
            statement.execute("LOCK TABLE outbox IN SHARE MODE");
            round.processes.signal("kafka", "CONT");
            await("the relay has sent the event")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> round.facts.run(eventId, 0).isPresent());
            round.processes.kill(CALENDAR);
        }
        round.processes.restart(CALENDAR);
        return eventId;
    }

    /** A record in each lane that no broker takes, as there can be no such topic. */
    private static void poison(JdbcClient calendar) {
        calendar.sql("""
                        INSERT INTO outbox (lane, aggregatetype, aggregateid, aggregate_version, type, topic, payload)
                        SELECT lane, 'event', 'poison', 1, 'PromotionChanged', 'no such topic', '{}' FROM outbox_lane
                        """).update();
    }

    private static long waiting(JdbcClient calendar, String which) {
        return calendar.sql("SELECT count(*) FROM outbox WHERE aggregateid " + which)
                .query(Long.class)
                .single();
    }

    private static void inOrder(Round round, List<UUID> published) {
        Map<String, Long> newest = new HashMap<>();
        try (var broker = new Broker(round.stack)) {
            for (ConsumerRecord<String, String> record : broker.records(Broker.EVENTS)) {
                if (record.key() != null
                        && published.stream().anyMatch(it -> record.key().equals(it.toString()))) {
                    JsonNode payload =
                            JsonMapper.shared().readTree(record.value()).path("payload");
                    long version = payload.path("version").asLong();
                    assertThat(version)
                            .as("version of %s", record.key())
                            .isGreaterThanOrEqualTo(newest.getOrDefault(record.key(), 0L));
                    newest.put(record.key(), version);
                }
            }
        }
        assertThat(newest).hasSize(published.size());
    }
}
