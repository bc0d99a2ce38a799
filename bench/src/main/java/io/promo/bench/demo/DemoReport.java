package io.promo.bench.demo;

/**
 * What {@code promo demo -o json} prints; a public interface. Counts are taken by SQL.
 *
 * @param customers customers there are
 * @param eligible customers who should have the message
 * @param sent messages there are after the run
 * @param missing eligible customers without one
 * @param duplicates messages beyond a customer's first
 * @param replaySent rows that the replay of the same date under a new generation inserted
 * @param seconds from the run being requested to COMPLETED
 * @param rowsPerSecond delivered rows divided by seconds
 * @param unreadCount the demo customer's badge
 */
public record DemoReport(
        long customers,
        long eligible,
        long sent,
        long missing,
        long duplicates,
        long replaySent,
        double seconds,
        long rowsPerSecond,
        int unreadCount) {

    /** Whether everything arrived once and the replay added nothing. */
    public boolean exact() {
        return missing == 0 && duplicates == 0 && replaySent == 0 && sent == eligible;
    }
}
