package io.promo.bench.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void shouldSpreadRequestsEvenly() {
        Pace pace = new Pace(-500, 4);

        assertThat(pace.due(0)).isEqualTo(-500);
        assertThat(pace.due(1)).isEqualTo(249_999_500);
        assertThat(pace.due(8)).isEqualTo(1_999_999_500);
    }

    @Property(tries = 200)
    void shouldNotDriftHoweverLongItGoesOn(
            @ForAll @DoubleRange(min = 0.5, max = 50_000) double perSecond,
            @ForAll @LongRange(min = 0, max = 10_000_000) long number) {
        Pace pace = new Pace(0, perSecond);

        assertThat(Math.abs(pace.due(number) * perSecond / 1e9 - number)).isLessThan(0.01);
        assertThat(pace.due(number + 1)).isGreaterThan(pace.due(number));
    }

    @Test
    void shouldNotWaitForWhatIsOverdue() throws InterruptedException {
        long now = System.nanoTime();
        Pace.await(now - 1);
        Pace.await(now + 1_000_000);

        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(now + 1_000_000);
    }
}
