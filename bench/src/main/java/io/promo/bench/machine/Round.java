package io.promo.bench.machine;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One round of a bench.
 *
 * @param round its number, from 1
 * @param load what the machine did meanwhile; says whether the round counts
 * @param measured what came out
 */
@JsonPropertyOrder({"round", "load", "measured"})
public record Round<T>(
        int round,
        @JsonUnwrapped MachineLoad load,
        @JsonUnwrapped T measured) {

    /** Whether the machine was left to it. */
    public boolean counts() {
        return !load.isVoid();
    }
}
