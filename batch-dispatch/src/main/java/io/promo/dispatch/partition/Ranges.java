package io.promo.dispatch.partition;

import io.promo.dispatch.DispatchSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cuts the space of user ids into ranges, once per run: together they cover every id there can be. */
@Repository
public class Ranges {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    /** Enough for boundaries within a few percent; a smaller table is read whole and cut exactly. */
    private static final int SAMPLE_ROWS = 20_000;

    /** Clustered keys need more than a few blocks. */
    private static final double SAMPLE_PERCENT = 1;

    /** Every n-th of a sample of the keys, so that ranges follow the key's real distribution. */
    private static final String BOUNDARIES = """
            SELECT user_id
            FROM (SELECT user_id, row_number() OVER (ORDER BY user_id) - 1 AS n
                  FROM customer TABLESAMPLE SYSTEM (:percent) REPEATABLE (0)) sample
            WHERE n > 0 AND n % :every = 0
            ORDER BY user_id
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final DispatchSettings settings;

    Ranges(JdbcTemplate template, JdbcClient jdbc, DispatchSettings settings) {
        this.template = template;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The run's ranges by their number, cut now when it has none yet; none when there are no customers. */
    public List<Range> ensure(UUID runId) {
        List<Range> known = find(runId);
        return known.isEmpty() ? cut(runId) : known;
    }

    /** The run's ranges by their number, as cut. */
    public List<Range> find(UUID runId) {
        return jdbc.sql("""
                        SELECT partition_no, first_user, last_user FROM run_partition WHERE run_id = ?
                        ORDER BY partition_no
                        """) // primary key
                .param(runId)
                .query(Range.class)
                .list();
    }

    /** One of the run's ranges. */
    public Range get(UUID runId, int partitionNo) {
        return jdbc.sql("""
                        SELECT partition_no, first_user, last_user FROM run_partition
                        WHERE run_id = ? AND partition_no = ?
                        """) // primary key
                .params(runId, partitionNo)
                .query(Range.class)
                .single();
    }

    private List<Range> cut(UUID runId) {
        if (!jdbc.sql("SELECT EXISTS (SELECT 1 FROM customer)")
                .query(Boolean.class)
                .single()) {
            return List.of();
        }
        List<UUID> firsts = new ArrayList<>(List.of(LOWEST));
        firsts.addAll(boundaries());
        List<Range> ranges = new ArrayList<>();
        for (int n : inTurn(firsts)) {
            UUID last = n + 1 < firsts.size() ? before(firsts.get(n + 1)) : HIGHEST;
            ranges.add(new Range(ranges.size(), firsts.get(n), last));
        }
        template.batchUpdate(
                "INSERT INTO run_partition (run_id, partition_no, first_user, last_user) VALUES (?, ?, ?, ?)",
                ranges.stream()
                        .map(range -> new Object[] {runId, range.partitionNo(), range.firstUser(), range.lastUser()})
                        .toList());
        return ranges;
    }

    private List<UUID> boundaries() {
        double rows = jdbc.sql("SELECT reltuples FROM pg_class WHERE oid = 'customer'::regclass")
                .query(Double.class)
                .single();
        // Never analyzed is -1: read it whole.
        double percent = rows < 0 ? 100 : Math.min(100, Math.max(SAMPLE_PERCENT, 100 * SAMPLE_ROWS / (rows + 1)));
        long every = Math.max(1, Math.round(settings.partitionSize() * percent / 100));
        return jdbc.sql(BOUNDARIES)
                .param("percent", percent)
                .param("every", every)
                .query(UUID.class)
                .list();
    }

    /**
     * The first of each quarter of the ids, then the second of each …: the inbox keeps each quarter by itself, and workers that
     * write next to each other there are slower.
     *
     * @param firsts where ranges begin, in order
     * @return their places in that list
     */
    private static List<Integer> inTurn(List<UUID> firsts) {
        List<List<Integer>> quarters = List.copyOf(IntStream.range(0, firsts.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        n -> firsts.get(n).getMostSignificantBits() >>> 62, TreeMap::new, Collectors.toList()))
                .values());
        int longest = quarters.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(place -> quarters.stream()
                        .filter(quarter -> place < quarter.size())
                        .map(quarter -> quarter.get(place)))
                .toList();
    }

    /** The greatest id below the given one, in the database's order. */
    private static UUID before(UUID id) {
        long low = id.getLeastSignificantBits();
        return new UUID(low == 0 ? id.getMostSignificantBits() - 1 : id.getMostSignificantBits(), low - 1);
    }
}
