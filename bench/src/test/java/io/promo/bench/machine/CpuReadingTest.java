package io.promo.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CpuReadingTest {

    private static final String STAT = """
            cpu  1817250 7220 508056 265872 10676 0 13462 4000 100 50
            cpu0 911431 3324 246152 144488 978 0 4860 0 0 0
            cpu1 905819 3896 261903 121383 9697 0 8601 0 0 0
            intr 18376056 0 0
            ctxt 99
            btime 1796049000
            """;

    @Test
    void shouldCountWhatIsNeitherIdleNorWaitingNorStolenAsBusyAndGuestsOnce() {
        CpuReading reading = CpuReading.of(STAT, List.of(new ProcessStat(1, 0, 30), new ProcessStat(2, 1, 12)));

        assertThat(reading).isEqualTo(new CpuReading(2_626_536, 1_817_250 + 7_220 + 508_056 + 13_462, 4_000, 42));
    }

    @Test
    void shouldReadAProcessWhateverItsNameIs() {
        String rest = " S 17047 17047 12618 0 -1 4194304 100 0 0 0 7 5 11 2 20 0 1 0 1315348 3133440 418";

        assertThat(ProcessStat.of("17061 (cat)" + rest + "\n")).isEqualTo(new ProcessStat(17_061, 17_047, 25));
        assertThat(ProcessStat.of("17061 (tmux: server (1) R 3)" + rest))
                .isEqualTo(new ProcessStat(17_061, 17_047, 25));
    }

    @Test
    void shouldFindWhateverTheBenchStartedOnce() {
        ProcessStat bench = new ProcessStat(500, 1, 1);
        ProcessStat worker = new ProcessStat(510, 500, 1);
        ProcessStat postmaster = new ProcessStat(600, 1, 1);
        ProcessStat backend = new ProcessStat(20, 600, 1);
        ProcessStat backendsChild = new ProcessStat(10, 20, 1);
        ProcessStat other = new ProcessStat(700, 1, 1);

        assertThat(ProcessStat.trees(
                        List.of(backendsChild, backend, other, bench, worker, postmaster), Set.of(500L, 510L, 600L)))
                .containsExactlyInAnyOrder(bench, worker, postmaster, backend, backendsChild);
    }

    @Test
    void shouldSayThatItCannotReadAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> CpuReading.of("ctxt 99\n", List.of()));
    }

    @Test
    void shouldCountStealAmongWhatOthersTook() {
        MachineLoad load =
                MachineLoad.between(new CpuReading(0, 0, 0, 0), new CpuReading(2_000, 1_240, 20, 1_000), 2.3);

        assertThat(load).isEqualTo(new MachineLoad(0.13, 0.01, 2.3));
        assertThat(load.isVoid()).isTrue();
    }

    @Test
    void shouldBeVoidOnlyAboveTenPercent() {
        assertThat(new MachineLoad(0.1, 0, 9).isVoid()).isFalse();
        assertThat(new MachineLoad(0.101, 0, 0).isVoid()).isTrue();
    }

    @Test
    void shouldReadTheLoadAverageOfAMinute() {
        assertThat(Machine.loadAverage("10.68 7.70 6.20 9/1075 17060\n")).isEqualTo(10.68);
    }

    @Property
    void shouldBeSharesWhateverTheCountersSay(
            @ForAll @LongRange(min = 0, max = 10_000) long idle,
            @ForAll @LongRange(min = 0, max = 10_000) long busy,
            @ForAll @LongRange(min = 0, max = 10_000) long stolen,
            @ForAll @LongRange(min = 0, max = 11_000) long own) {
        CpuReading before = new CpuReading(777, 333, 22, 11);
        CpuReading after = new CpuReading(777 + idle + busy + stolen, 333 + busy, 22 + stolen, 11 + own);

        MachineLoad load = MachineLoad.between(before, after, 1);

        assertThat(load.steal()).isBetween(0.0, load.othersCpu());
        assertThat(load.othersCpu()).isBetween(load.steal(), 1.0);
    }
}
