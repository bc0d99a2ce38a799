package io.promo.inbox.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.message.MessageId;
import io.promo.inbox.InboxTest;
import io.promo.sql.Database;
import io.promo.sql.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PartitionUpkeepTest extends InboxTest {

    private final UUID event = UUID.randomUUID();

    @Autowired
    private PartitionUpkeep upkeep;

    @AfterEach
    void keepNinetyDaysAgain() {
        retention(90);
    }

    @Test
    void shouldHaveMadePartitionsAheadSoonAfterTheStart() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (int day = 0; day <= 35; day++) {
                assertThat(partition(today.plusDays(day))).isNotNull();
            }
        });
    }

    @Test
    void shouldVacuumThePartitionOfARunThatEnded() {
        LocalDate date = today.minusDays(50);
        deliver(event, date);
        assertThat(allVisible(date)).isFalse();

        publish(
                EventType.RUN_ENDED,
                event,
                new RunEnded(UUID.randomUUID(), event, date, 0, "COMPLETED", 1, 1, 1, Instant.now()));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(allVisible(date)).isTrue();
            assertThat(due(date)).isZero();
        });
    }

    @Test
    void shouldHideWhatIsOlderThanTheRetentionAndThenDropItWhole() {
        LocalDate kept = today.minusDays(60);
        LocalDate expired = today.minusDays(75);
        UUID keptId = deliver(event, kept);
        UUID expiredId = deliver(event, expired);
        retention(61);

        assertThat(customer().get("/messages").json().get("items")).hasSize(1);
        assertThat(customer().get("/messages/unread-count").json().get("count").asInt())
                .isEqualTo(1);
        assertThat(customer().get("/messages/" + expiredId).status()).isEqualTo(404);
        upkeep.dropExpired();

        assertThat(partition(expired)).isNull();
        assertThat(customer().get("/messages/" + keptId).status()).isEqualTo(200);
        assertThat(MessageId.dispatchDate(keptId)).isEqualTo(kept);
    }

    @Test
    void shouldGiveUpDroppingRatherThanLetReadersQueueBehindIt() throws SQLException {
        LocalDate expired = today.minusDays(75);
        deliver(event, expired);
        retention(61);

        try (Connection reader = servers.database(Database.INBOX).as(Role.OWNER).getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM inbox_message");

            upkeep.dropExpired();

            assertThat(partition(expired)).isNotNull();
            assertThat(customer().get("/messages").status()).isEqualTo(200);
        }
        upkeep.dropExpired();
        assertThat(partition(expired)).isNull();
    }

    private String partition(LocalDate date) {
        return as(Role.INBOX)
                .sql("SELECT max(name) FROM inbox_partition WHERE ? >= from_date AND ? < to_date")
                .params(date, date)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    private boolean allVisible(LocalDate date) {
        return as(Role.OWNER)
                .sql("SELECT sum(relpages) > 0 AND sum(relallvisible) = sum(relpages) FROM pg_class"
                        + " JOIN pg_partition_tree(CAST(? AS regclass)) ON relid = oid WHERE isleaf")
                .param(partition(date))
                .query(Boolean.class)
                .single();
    }

    private int due(LocalDate date) {
        return as(Role.INBOX)
                .sql("SELECT count(*) FROM partition_vacuum_due WHERE name = ?")
                .param(partition(date))
                .query(Integer.class)
                .single();
    }

    private void retention(int days) {
        as(Role.OWNER)
                .sql("UPDATE inbox_settings SET retention_days = ?")
                .param(days)
                .update();
    }
}
