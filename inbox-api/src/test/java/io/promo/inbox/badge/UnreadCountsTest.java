package io.promo.inbox.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That one and many are counted alike, and from the index alone. */
class UnreadCountsTest extends InboxTest {

    private final UUID event = UUID.randomUUID();

    @Autowired
    private UnreadCounts counts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void shouldCountForManyWhatItCountsForEach() {
        UUID template = template(event, SUBJECT, "");
        UUID cancelled = UUID.randomUUID();
        as(Role.OWNER)
                .sql("INSERT INTO event_state VALUES (?, 1, 'CANCELLED', 'Sale', now() + interval '1 day')")
                .param(cancelled)
                .update();
        List<UUID> users = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID one = UUID.randomUUID();
            users.add(one);
            for (int message = 0; message < i; message++) {
                deliver(one, event, today.minusDays(4L * message), template);
            }
            deliver(one, cancelled, today, template);
        }
        UUID rich = UUID.randomUUID();
        users.add(rich);
        for (int i = 0; i <= UnreadCounts.COUNTED; i++) {
            deliver(rich, UUID.randomUUID(), today.minusDays(i % 10), template);
        }

        Map<UUID, UnreadCount> found = counts.of(users);

        assertThat(found).hasSize(users.size());
        users.forEach(one -> assertThat(found.get(one)).isEqualTo(counts.of(one)));
        assertThat(found.get(users.get(3))).isEqualTo(new UnreadCount(3, false));
        assertThat(found.get(rich)).isEqualTo(new UnreadCount(UnreadCounts.COUNTED, true));
    }

    @Test
    void shouldCountWithoutLookingAtTheTable() {
        fillTwoPartitions(event);

        assertIndexOnly(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + UnreadCounts.OF_ONE)
                .param("user", user)
                .param("limit", UnreadCounts.COUNTED + 1));
        assertIndexOnly(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + UnreadCounts.OF_MANY)
                .param("users", new UUID[] {user, UUID.randomUUID()})
                .param("limit", UnreadCounts.COUNTED + 1));
    }

    private static void assertIndexOnly(JdbcClient.StatementSpec explain) {
        List<String> plan = explain.query(String.class).list();
        assertThat(plan)
                .filteredOn(line -> line.contains("Scan") && line.contains(" on inbox_message"))
                .isNotEmpty()
                .allMatch(line -> line.contains("Index Only Scan using inbox_message_"));
        assertThat(plan)
                .filteredOn(line -> line.contains("Heap Fetches"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(": 0"));
    }
}
