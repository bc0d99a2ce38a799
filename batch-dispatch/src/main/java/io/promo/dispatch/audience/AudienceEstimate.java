package io.promo.dispatch.audience;

import java.util.List;

/**
 * How many customers a rule reaches now.
 *
 * @param eligible customers a run started now would be for
 * @param excluded the others, each counted once, under the first reason that holds
 * @param total all customers
 */
public record AudienceEstimate(long eligible, List<Exclusion> excluded, long total) {

    /** Why a customer is left out. Of several reasons the first one counts. */
    public enum Reason {
        UNSUBSCRIBED,
        SEGMENT,
        COUNTRY,
        LOCALE
    }

    /** Customers left out for one reason. */
    public record Exclusion(Reason reason, long count) {}
}
