package io.promo.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.dispatch.Growth.Event;
import io.promo.bench.dispatch.Growth.LaterVsFirst;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void shouldTakeTheMedianOfTheRoundsEventByEvent() {
        Growth median = Growth.median(List.of(
                new Growth(List.of(new Event(300, 240, 10), new Event(100, 300, 20))),
                new Growth(List.of(new Event(100, 250, 11), new Event(250, 280, 20))),
                new Growth(List.of(new Event(200, 900, 10), new Event(200, 290, 21)))));

        assertThat(median.events()).containsExactly(new Event(200, 250, 10), new Event(200, 290, 20));
    }

    @Test
    void shouldHaveNoEventsWithoutRounds() {
        assertThat(Growth.median(List.of()).events()).isEmpty();
        assertThat(Growth.median(List.of()).laterVsFirst()).isNull();
        assertThat(growth(List.of(300L)).laterVsFirst()).isNull();
    }

    @Test
    void shouldSayHowMuchLongerThanTheFirstLaterOnesTook() {
        assertThat(growth(List.of(300L, 300L, 250L, 200L)).laterVsFirst()).isEqualTo(new LaterVsFirst(1.2, 1.5));
        assertThat(growth(List.of(300L, 600L)).laterVsFirst())
                .as("faster than the first")
                .isEqualTo(new LaterVsFirst(0.5, 0.5));
    }

    @Property
    void shouldNeverHaveAWorstThatIsBetterThanTheMedian(
            @ForAll @Size(min = 2, max = 40) List<@LongRange(min = 1, max = 1_000_000) Long> rates) {
        LaterVsFirst later = growth(rates).laterVsFirst();

        assertThat(later).isNotNull();
        assertThat(later.worst()).isGreaterThanOrEqualTo(later.median());
    }

    @Property
    void shouldHaveMediansWithAsManyOnEitherSide(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1_000) Long> figures) {
        long slower = Medians.slower(figures);
        long dearer = Medians.dearer(figures);

        assertThat(figures).contains(slower, dearer);
        assertThat(slower).isLessThanOrEqualTo(dearer);
        assertThat(figures.stream().filter(it -> it < slower).count())
                .isLessThanOrEqualTo(figures.stream().filter(it -> it >= slower).count());
        assertThat(figures.stream().filter(it -> it > dearer).count())
                .isLessThanOrEqualTo(figures.stream().filter(it -> it <= dearer).count());
    }

    private static Growth growth(List<Long> rates) {
        return new Growth(rates.stream().map(rate -> new Event(rate, 240, 1)).toList());
    }
}
