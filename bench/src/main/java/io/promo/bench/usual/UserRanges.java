package io.promo.bench.usual;

import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ranges of user ids of about the same number of customers. */
final class UserRanges implements Partitioner {

    static final String FIRST = "first";
    static final String LAST = "last";

    private final JdbcClient jdbc;

    UserRanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> ranges = new HashMap<>();
        jdbc.sql("""
                        SELECT part, min(user_id::text), max(user_id::text)
                        FROM (SELECT user_id, ntile(?) OVER (ORDER BY user_id) AS part FROM customer) c GROUP BY part
                        """).param(gridSize).query(row -> {
            ExecutionContext range = new ExecutionContext();
            range.putString(FIRST, row.getString(2));
            range.putString(LAST, row.getString(3));
            ranges.put("partition" + row.getInt(1), range);
        });
        return ranges;
    }
}
