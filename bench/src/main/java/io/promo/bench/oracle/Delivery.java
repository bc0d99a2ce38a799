package io.promo.bench.oracle;

/**
 * What the two databases say about one event and date.
 *
 * @param customers customers there are
 * @param eligible customers who should have a message
 * @param sent messages there are
 * @param missing eligible customers without a message
 * @param duplicates messages beyond a customer's first
 * @param extra customers with a message who should have none
 */
public record Delivery(long customers, long eligible, long sent, long missing, long duplicates, long extra) {

    /** Whether every eligible customer has exactly one message and nobody else has any. */
    public boolean exact() {
        return missing == 0 && duplicates == 0 && extra == 0 && sent == eligible;
    }
}
