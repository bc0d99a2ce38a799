package io.promo.dispatch.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.events.promotion.PromotionWindow;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class DueDatesTest {

    private static final Instant EPOCH = Instant.parse("2026-03-20T00:00:00Z");

    @Property(tries = 300)
    void shouldSortEachDateWithoutARunIntoExactlyOneKind(
            @ForAll("windows") PromotionWindow window, @ForAll @LongRange(max = 30 * 86_400) long second) {
        Instant now = EPOCH.plusSeconds(second);
        Set<LocalDate> existing = everyThird(window);

        DueDates dates = DueDates.of(window, existing, now);

        List<DueDate> open = window.dueDates().stream()
                .filter(date -> !existing.contains(date.date()))
                .toList();
        List<DueDate> future =
                open.stream().filter(date -> date.dueAt().isAfter(now)).toList();
        assertThat(Stream.of(dates.missed(), dates.due(), future)
                        .flatMap(List::stream)
                        .toList())
                .as("in order, each once")
                .isEqualTo(open);
        assertThat(dates.next()).isEqualTo(future.stream().findFirst());
    }

    @Property(tries = 300)
    void shouldNeverStartBeforeTheDueInstantNorOnAnotherLocalDayNorAfterTheEnd(
            @ForAll("windows") PromotionWindow window, @ForAll @LongRange(max = 30 * 86_400) long second) {
        Instant now = EPOCH.plusSeconds(second);
        for (DueDate due : DueDates.of(window, Set.of(), now).due()) {
            assertThat(now).isBetween(window.start(), window.end());
            assertThat(now).isAfterOrEqualTo(due.dueAt());
            assertThat(due.dueAt()).isBefore(window.end());
            assertThat(LocalDate.ofInstant(now.minusNanos(1), window.zone())).isBeforeOrEqualTo(due.date());
        }
    }

    @Property(tries = 100)
    void shouldMakeOneRunPerDateHoweverOftenItLooks(
            @ForAll("windows") PromotionWindow window, @ForAll @LongRange(min = 60, max = 40_000) long step) {
        Set<LocalDate> runs = new HashSet<>();
        int made = 0;
        for (Instant now = window.start();
                now.isBefore(window.end().plusSeconds(90_000));
                now = now.plusSeconds(step)) {
            DueDates dates = DueDates.of(window, runs, now);
            for (DueDate date :
                    Stream.concat(dates.due().stream(), dates.missed().stream()).toList()) {
                assertThat(runs.add(date.date())).isTrue();
                made++;
            }
            assertThat(DueDates.of(window, runs, now).due()).isEmpty();
        }
        assertThat(made).isEqualTo(window.dueDates().size());
    }

    @Provide
    Arbitrary<PromotionWindow> windows() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20 * 86_400L),
                        Arbitraries.longs().between(1, 12 * 86_400L),
                        Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"),
                        Arbitraries.integers().between(0, 86_399).injectNull(0.2))
                .as((start, length, zone, time) -> new PromotionWindow(
                        EPOCH.plusSeconds(start),
                        EPOCH.plusSeconds(start + length),
                        ZoneId.of(zone),
                        time == null ? null : LocalTime.ofSecondOfDay(time)));
    }

    private static Set<LocalDate> everyThird(PromotionWindow window) {
        return window.dueDates().stream()
                .map(DueDate::date)
                .filter(date -> date.toEpochDay() % 3 == 0)
                .collect(Collectors.toSet());
    }
}
