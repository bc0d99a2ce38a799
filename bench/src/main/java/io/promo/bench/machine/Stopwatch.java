package io.promo.bench.machine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the machine's counters before and after. */
final class Stopwatch implements Rounds.Watch {

    private final Machine machine;
    private @Nullable CpuReading last;

    Stopwatch(Machine machine) {
        this.machine = machine;
    }

    @Override
    public MachineLoad lap() throws IOException {
        CpuReading now = machine.reading();
        CpuReading before = last == null ? now : last;
        last = now;
        return MachineLoad.between(before, now, machine.loadAverage());
    }
}
