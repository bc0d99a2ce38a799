package io.promo.bench.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.promo.bench.client.StackFailure;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunsWithinRetentionTest {

    private static final int CUSTOMERS = 12;

    private final TestDatabase inbox = TestDatabase.create(Database.INBOX);

    @Test
    void shouldFillAnInboxThatIsReadAsInboxApiReadsIt() throws SQLException, IOException, InterruptedException {
        List<UUID> customers = new RunsWithinRetention(inbox.jdbcUrl(), Role.OWNER.userName()).fill(CUSTOMERS);

        assertThat(customers).hasSize(CUSTOMERS).doesNotHaveDuplicates();
        try (InboxSql sql = new InboxSql(inbox.jdbcUrl())) {
            for (UUID customer : customers) {
                Shopper shopper = new Shopper(customer, "");
                assertThat(sql.list(shopper)).hasSize(InboxSql.PAGE_LENGTH);
                assertThat(sql.unreadCount(shopper))
                        .as("half of five live events, nine days each")
                        .isBetween(22, 23);
            }
        }
        Reading reading = new SqlReading(inbox.jdbcUrl(), 1).measure(customers, RunsWithinRetention.RUNS);
        assertThat(reading.customers()).isEqualTo(CUSTOMERS);
        assertThat(reading.messagesPerCustomer()).isEqualTo(450);
        assertThat(reading.listPerSecond()).isPositive();
        assertThat(reading.countPerSecond()).isPositive();
    }

    @Test
    void shouldNotReadAnInboxThatLacksMessages() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> new SqlReading(inbox.jdbcUrl(), 1).measure(List.of(UUID.randomUUID()), 3))
                .withMessageContaining("should have 3");
    }
}
