package io.promo.dispatch.audience;

import io.promo.dispatch.audience.AudienceEstimate.Exclusion;
import io.promo.dispatch.audience.AudienceEstimate.Reason;
import io.promo.events.promotion.Audience;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts customers by the very predicates that a dispatch uses. */
@Repository
public class AudienceEstimates {

    /** One sequential scan of customer. A customer outside several conditions counts under the first of them. */
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE %1$s) AS eligible,
                   count(*) FILTER (WHERE NOT %2$s) AS unsubscribed,
                   count(*) FILTER (WHERE %2$s AND NOT %3$s) AS segment,
                   count(*) FILTER (WHERE %2$s AND %3$s AND NOT %4$s) AS country,
                   count(*) FILTER (WHERE %2$s AND %3$s AND %4$s AND NOT %5$s) AS locale,
                   count(*) AS total
            FROM customer WHERE %6$s
            """;

    private final JdbcClient jdbc;

    AudienceEstimates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a run started now would reach, and why not the others. */
    public AudienceEstimate estimate(Audience audience) {
        String sql = COUNT.formatted(
                EligibleCustomers.predicate(audience, null),
                EligibleCustomers.subscribed(null),
                EligibleCustomers.segments(audience),
                EligibleCustomers.countries(audience),
                EligibleCustomers.locales(audience),
                EligibleCustomers.known(null));
        return jdbc.sql(sql)
                .query((row, number) -> new AudienceEstimate(
                        row.getLong("eligible"),
                        List.of(
                                new Exclusion(Reason.UNSUBSCRIBED, row.getLong("unsubscribed")),
                                new Exclusion(Reason.SEGMENT, row.getLong("segment")),
                                new Exclusion(Reason.COUNTRY, row.getLong("country")),
                                new Exclusion(Reason.LOCALE, row.getLong("locale"))),
                        row.getLong("total")))
                .single();
    }

    /** Only the number of customers a run started now would be for. */
    public long eligible(Audience audience) {
        return jdbc.sql("SELECT count(*) FROM customer WHERE " + EligibleCustomers.predicate(audience, null))
                .query(Long.class)
                .single();
    }
}
