package io.promo.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.dispatch.Customers.Range;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contenders that are SQL alone, on the product's tables. */
class SqlContendersTest {

    private static final LocalDate DATE = LocalDate.now(ZoneOffset.UTC);

    private final TestDatabase dispatch = TestDatabase.create(Database.DISPATCH);
    private final TestDatabase messages = TestDatabase.create(Database.INBOX);
    private final Customers customers = new Customers(dispatch.jdbcUrl(), Role.OWNER.userName());
    private final Inbox inbox = new Inbox(messages.jdbcUrl(), Role.OWNER.userName());

    @BeforeEach
    void makeCustomers() throws SQLException {
        try (Connection connection = customers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO customer (user_id, display_name, unsubscribed, unsubscribed_at)
                    SELECT gen_random_uuid(), 'Customer ' || n, n % 10 = 0, CASE WHEN n % 10 = 0 THEN now() END
                    FROM generate_series(1, 100) AS n
                    """);
        }
    }

    @Test
    void shouldBringEachEventToEverySubscribedCustomer() throws SQLException, IOException, InterruptedException {
        List<Range> halves = customers.halves();
        assertThat(inbox.indexBytes()).as("of an empty inbox").isZero();

        for (Contender contender : List.of(
                SqlContender.beside(inbox, customers, DATE.toString(), halves),
                new PipeContender(customers, inbox, DATE.toString(), halves),
                new RawContender(customers, inbox, DATE.toString(), halves))) {
            long before = contender.delivered();
            contender.prepare();
            assertThat(contender.deliver()).isPositive();

            assertThat(contender.delivered() - before).as(contender.name()).isEqualTo(90);
        }
        assertThat(inbox.indexBytes()).isPositive();
    }

    @Test
    void shouldAskSubscribedCustomersOnly() throws SQLException {
        assertThat(customers.some(30)).hasSize(30).doesNotHaveDuplicates();
        assertThat(customers.some(1_000)).hasSize(90);
    }
}
