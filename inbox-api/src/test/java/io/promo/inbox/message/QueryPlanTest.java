package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.message.MessageId;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one index serves every read, and the badge does not look at the table. */
class QueryPlanTest extends InboxTest {

    private static final Pattern SCAN = Pattern.compile("(\\w+(?: \\w+)*) Scan.* on message_\\d+");

    private final UUID event = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fillTwoPartitions() {
        for (int week = 0; week < 2; week++) {
            deliver(event, today.minusWeeks(week));
            as(Role.OWNER).sql("""
                            INSERT INTO message (message_id, user_id, event_id, dispatch_date, template_id)
                            SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ?, gen_random_uuid()
                            FROM generate_series(1, 2000)""").param(today.minusWeeks(week)).update();
        }
        // A snapshot that some other transaction still holds keeps rows from being visible to all.
        await().atMost(Duration.ofSeconds(20)).until(this::vacuumed);
    }

    private boolean vacuumed() {
        List<String> partitions = as(Role.INBOX)
                .sql("SELECT format('VACUUM (ANALYZE) %I', name) FROM message_partition")
                .query(String.class)
                .list();
        partitions.forEach(vacuum -> as(Role.INBOX).sql(vacuum).update());
        return as(Role.OWNER)
                .sql("SELECT bool_and(relallvisible = relpages) FROM pg_class"
                        + " WHERE relname IN (SELECT name FROM message_partition)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void shouldCountUnreadWithoutLookingAtTheTable() {
        List<String> plan = explain(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + Messages.UNREAD_COUNT)
                .param("user", user)
                .param("limit", 101));

        assertThat(scans(plan)).isNotEmpty().allMatch(scan -> scan.startsWith("Index Only Scan using message_"));
        assertThat(plan)
                .filteredOn(line -> line.contains("Heap Fetches"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(": 0"));
    }

    @Test
    void shouldListByThePrimaryKeys() {
        List<String> plan = explain(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + Messages.listSql(true, true))
                .param("user", user)
                .param("limit", 21)
                .param("offset", 0)
                .param("afterDate", today)
                .param("afterEvent", event));

        assertThat(scans(plan)).isNotEmpty().allMatch(scan -> scan.contains("Index Scan") && scan.contains("_pkey"));
        assertThat(plan).anyMatch(line -> line.contains("user_id ="));
    }

    @Test
    void shouldFindOneMessageInOnePartition() {
        List<String> plan = explain(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + Messages.ONE)
                .param("user", user)
                .param("date", today)
                .param("id", MessageId.of(user, event, today)));

        assertThat(scans(plan)).singleElement().asString().contains("Index Scan", "_pkey");
    }

    @Test
    void shouldStillUseTheIndexWhenAPlanWasMadeForAnEmptyPartition() {
        // The setting comes with the service's connections: a generic plan outlives the size it was made for.
        assertThat(jdbc.sql("SHOW enable_seqscan").query(String.class).single()).isEqualTo("off");
    }

    private static List<String> explain(JdbcClient.StatementSpec query) {
        return query.query(String.class).list();
    }

    private static List<String> scans(List<String> plan) {
        return plan.stream()
                .filter(line -> SCAN.matcher(line).find())
                .map(line -> line.replace("->", "").strip())
                .toList();
    }
}
