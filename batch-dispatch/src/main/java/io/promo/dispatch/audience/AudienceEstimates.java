package io.promo.dispatch.audience;

import io.promo.dispatch.audience.AudienceEstimate.Exclusion;
import io.promo.dispatch.audience.AudienceEstimate.Reason;
import io.promo.events.promotion.Audience;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts customers by the very predicates that a dispatch uses. */
@Repository
public class AudienceEstimates {

    /** One sequential scan of customer, in which each condition is looked at once at most. No reason: eligible. */
    private static final String COUNT = """
            SELECT CASE WHEN NOT %s THEN 'UNSUBSCRIBED' WHEN NOT %s THEN 'SEGMENT' WHEN NOT %s THEN 'COUNTRY'
                        WHEN NOT %s THEN 'LOCALE' ELSE 'NONE' END AS reason, count(*) AS number
            FROM customer WHERE %s GROUP BY reason
            """;

    private final JdbcClient jdbc;

    AudienceEstimates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a run started now would reach, and why not the others. */
    public AudienceEstimate estimate(Audience audience) {
        String sql = COUNT.formatted(
                EligibleCustomers.subscribed(null),
                EligibleCustomers.segments(audience),
                EligibleCustomers.countries(audience),
                EligibleCustomers.locales(audience),
                EligibleCustomers.known(null));
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(sql).query((RowCallbackHandler) row -> counts.put(row.getString("reason"), row.getLong("number")));
        return new AudienceEstimate(
                counts.getOrDefault("NONE", 0L),
                Stream.of(Reason.values())
                        .map(reason -> new Exclusion(reason, counts.getOrDefault(reason.name(), 0L)))
                        .toList(),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Only the number of customers a run started now would be for. */
    public long eligible(Audience audience) {
        return jdbc.sql("SELECT count(*) FROM customer WHERE " + EligibleCustomers.predicate(audience, null))
                .query(Long.class)
                .single();
    }
}
