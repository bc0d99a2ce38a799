package io.promo.acceptance.fault;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What was found of one fault.
 *
 * @param rowsInAtInjection messages that were in when it hurt; the fewest of all rounds
 * @param recoveredInSeconds from the fault, or from the return of what was away, until the run went on; the longest of all rounds
 * @param missing eligible customers without a message
 * @param duplicates messages beyond a customer's first
 * @param extra customers with a message who should have none
 * @param stuck partitions, claims and executions left half done
 * @param chunksReplayed chunks that were written again into the unique key
 * @param staleRefused requests and commits refused because somebody else owns the work, or it is over
 */
@JsonPropertyOrder({"number", "fault", "rounds"})
record Finding(
        int number,
        String fault,
        int rounds,
        long rowsInAtInjection,
        double recoveredInSeconds,
        long missing,
        long duplicates,
        long extra,
        long stuck,
        long chunksReplayed,
        long staleRefused) {

    /** Whether every eligible customer has exactly one message and nothing was left half done. */
    boolean exact() {
        return missing == 0 && duplicates == 0 && extra == 0 && stuck == 0;
    }

    static Finding sum(Fault fault, List<Finding> rounds) {
        return new Finding(
                fault.number(),
                fault.name(),
                rounds.stream().mapToInt(Finding::rounds).sum(),
                rounds.stream()
                        .mapToLong(Finding::rowsInAtInjection)
                        .filter(rows -> rows > 0)
                        .min()
                        .orElse(0),
                rounds.stream().mapToDouble(Finding::recoveredInSeconds).max().orElse(0),
                rounds.stream().mapToLong(Finding::missing).sum(),
                rounds.stream().mapToLong(Finding::duplicates).sum(),
                rounds.stream().mapToLong(Finding::extra).sum(),
                rounds.stream().mapToLong(Finding::stuck).sum(),
                rounds.stream().mapToLong(Finding::chunksReplayed).sum(),
                rounds.stream().mapToLong(Finding::staleRefused).sum());
    }
}
