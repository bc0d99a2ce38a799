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

    /**
     * Customers left out for one reason.
     *
     * @param reason {@code UNSUBSCRIBED}, {@code SEGMENT}, {@code COUNTRY} or {@code LOCALE}, in this order
     */
    public record Exclusion(String reason, long count) {}
}
