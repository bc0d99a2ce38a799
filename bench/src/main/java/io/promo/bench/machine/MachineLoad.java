package io.promo.bench.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What the machine did while something was measured.
 *
 * @param othersCpu share of all processors' time, from 0 to 1, that was neither idle nor the bench's own; steal is in it
 * @param steal share that the hypervisor gave to other guests
 * @param loadAverage the kernel's, of the last minute
 */
@JsonPropertyOrder({"void", "othersCpu", "steal", "loadAverage"})
public record MachineLoad(double othersCpu, double steal, double loadAverage) {

    /** What others may take of the processors before figures say more of them than of us. */
    private static final double MOST_FOR_OTHERS = 0.10;

    static MachineLoad between(CpuReading before, CpuReading after, double loadAverage) {
        double total = Math.max(1, after.total() - before.total());
        long stolen = Math.max(0, after.stolen() - before.stolen());
        // Ticks are counted in two places, so that a little less than nothing may be left for others.
        long beside = Math.max(0, after.busy() - before.busy() - (after.own() - before.own()));
        return new MachineLoad(thousandths((beside + stolen) / total), thousandths(stolen / total), loadAverage);
    }

    /** Whether others took so much that what was measured does not count. */
    @JsonProperty("void")
    public boolean isVoid() {
        return othersCpu > MOST_FOR_OTHERS;
    }

    private static double thousandths(double share) {
        return Math.round(Math.min(1, share) * 1_000) / 1_000.0;
    }
}
