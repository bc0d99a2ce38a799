package io.promo.dispatch.audience;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of the customers as a whole without reading them: its planner's statistics, from a sample. */
@Repository
class CustomerStatistics {

    private static final Logger log = LoggerFactory.getLogger(CustomerStatistics.class);

    /** So many new rows are worth marking as committed, too. */
    private static final long MANY = 50_000;

    /** Below a tenth of the table autovacuum is in time; the size is the statistics' own, -1 before there are any. */
    private static final String STALE =
            "SELECT :changed > reltuples / 10 FROM pg_class WHERE oid = 'customer'::regclass";

    /**
     * Served by the indexes of pg_class, pg_attribute and pg_statistic; no row of customer is read. Common elements come
     * in their own order, with more frequencies than elements; a column's default, the empty text, is no value.
     */
    private static final String COMMON = """
            SELECT attname, value
            FROM (SELECT s.attname, v.value,
                         row_number() OVER (PARTITION BY s.attname ORDER BY v.frequency DESC, v.value) AS place
                  FROM pg_stats s
                  CROSS JOIN LATERAL unnest(
                      CASE s.attname WHEN 'segments' THEN s.most_common_elems::text::text[]
                                     ELSE s.most_common_vals::text::text[] END,
                      CASE s.attname WHEN 'segments' THEN s.most_common_elem_freqs
                                     ELSE s.most_common_freqs END) AS v (value, frequency)
                  WHERE s.schemaname = current_schema() AND s.tablename = 'customer'
                        AND s.attname IN ('segments', 'country', 'locale') AND v.value <> '') AS ranked
            WHERE place <= :most
            ORDER BY place""";

    private record Common(String attname, String value) {}

    private final JdbcClient jdbc;
    private final JdbcClient work;

    /** @param work for what takes as long as it takes, whoever set it off */
    CustomerStatistics(JdbcClient jdbc, @Qualifier("work") JdbcClient work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /**
     * Brings the statistics up to date after so many customers were brought in or changed, when that is many for the
     * table. Outside of a transaction. A failure changes nothing of what was brought in, and autovacuum makes up for it.
     */
    void refresh(long changed) {
        // Never waits for another that is at it: several imports would hold as many connections of the engine.
        try {
            if (changed > MANY) {
                // The ranges of a run are cut along the key's distribution, which only statistics know; and a run that
                // is the first to read so many new rows would have to mark each of them as committed.
                work.sql("VACUUM (ANALYZE, SKIP_LOCKED) customer").update();
            } else if (changed > 0 && isStaleAfter(changed)) {
                work.sql("ANALYZE (SKIP_LOCKED) customer").update();
            }
        } catch (DataAccessException e) {
            log.warn("The statistics of customers were not brought up to date", e);
        }
    }

    /** What customers have most often; empty lists before the first statistics. */
    AudienceValues values() {
        Map<String, List<String>> common =
                jdbc.sql(COMMON).param("most", AudienceValues.MOST).query(Common.class).list().stream()
                        .collect(Collectors.groupingBy(
                                Common::attname, Collectors.mapping(Common::value, Collectors.toList())));
        return new AudienceValues(
                common.getOrDefault("segments", List.of()),
                common.getOrDefault("country", List.of()),
                common.getOrDefault("locale", List.of()));
    }

    private boolean isStaleAfter(long changed) {
        return jdbc.sql(STALE).param("changed", changed).query(Boolean.class).single();
    }
}
