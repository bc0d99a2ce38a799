package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.InboxTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one index serves every read. */
class QueryPlanTest extends InboxTest {

    private static final Pattern SCAN = Pattern.compile("(\\w+(?: \\w+)*) Scan.* on inbox_message_\\d+");

    private final UUID event = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        fillTwoPartitions(event);
    }

    @Test
    void shouldListByThePrimaryKeys() {
        List<String> plan = explain(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + Messages.listSql(true, true))
                .param("user", user)
                .param("limit", 21)
                .param("offset", 0)
                .param("after", Long.MAX_VALUE));

        assertThat(scans(plan)).isNotEmpty().allMatch(scan -> scan.contains("Index Scan") && scan.contains("_pkey"));
        assertThat(plan).anyMatch(line -> line.contains("user_id ="));
    }

    @Test
    void shouldGoThroughTheWeeksInOrderAndNotBeginInEach() {
        String sql = Messages.listSql(false, true)
                .replace(":user", "$1")
                .replace(":limit", "$2")
                .replace(":offset", "$3")
                .replace(":after", "$4");

        List<String> plan = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("PREPARE list_page (uuid, integer, bigint, bigint) AS " + sql)
                    .update();
            List<String> lines = explain(
                    jdbc.sql("EXPLAIN (COSTS OFF) EXECUTE list_page ('" + user + "', 21, 0, 9223372036854775807)"));
            jdbc.sql("DEALLOCATE list_page").update();
            return lines;
        }));

        assertThat(scans(plan)).hasSizeGreaterThan(1);
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Merge Append"));
    }

    @Test
    void shouldFindOneMessageInOnePartition() {
        List<String> plan = explain(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF) " + Messages.ONE)
                .param("user", user)
                .param(
                        "delivery",
                        jdbc.sql("SELECT max(delivery_id) FROM delivery")
                                .query(Long.class)
                                .single()));

        assertThat(scans(plan)).singleElement().asString().contains("Index Scan", "_pkey");
    }

    @Test
    void shouldStillUseTheIndexWhenAPlanWasMadeForAnEmptyPartition() {
        // The setting comes with the service's connections: a generic plan outlives the size it was made for.
        assertThat(jdbc.sql("SHOW enable_seqscan").query(String.class).single()).isEqualTo("off");
    }

    @Test
    void shouldNotPlanEachRequestAnew() {
        // For the values of each it would look at all partitions, which takes longer than the page itself.
        assertThat(jdbc.sql("SHOW plan_cache_mode").query(String.class).single())
                .isEqualTo("force_generic_plan");
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
