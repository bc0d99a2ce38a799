package io.promo.events.promotion;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void shouldBeDueAtTheStartOnTheFirstDateAndAtTheDispatchTimeAfterwards() {
        var window = window("2026-05-01T10:00:00Z", "2026-05-03T22:00:00Z", "Europe/Berlin", "09:00");
        assertThat(window.dueDates())
                .containsExactly(
                        new DueDate(
                                LocalDate.parse("2026-05-01"), at("2026-05-01T10:00:00Z"), at("2026-05-01T22:00:00Z")),
                        new DueDate(
                                LocalDate.parse("2026-05-02"), at("2026-05-02T07:00:00Z"), at("2026-05-02T22:00:00Z")),
                        new DueDate(
                                LocalDate.parse("2026-05-03"), at("2026-05-03T07:00:00Z"), at("2026-05-03T22:00:00Z")));
    }

    @Test
    void shouldLeaveOutALastDateThatEndsBeforeItsDispatchTime() {
        var window = window("2026-05-01T06:00:00Z", "2026-05-02T06:59:59Z", "Europe/Berlin", "09:00");
        assertThat(window.dueDates()).extracting(DueDate::date).containsExactly(LocalDate.parse("2026-05-01"));
    }

    @Test
    void shouldHaveNoDateWhenTheWindowLiesBeforeTheDispatchTime() {
        assertThat(window("2026-05-01T06:00:00Z", "2026-05-01T06:30:00Z", "Europe/Berlin", "18:00")
                        .dueDates())
                .isEmpty();
    }

    @Test
    void shouldTakeTheStartsLocalTimeWhereNoDispatchTimeIsGiven() {
        assertThat(window("2026-05-01T06:30:00Z", "2026-05-03T06:29:59Z", "Europe/Berlin", null)
                        .dueDates())
                .extracting(DueDate::dueAt)
                .containsExactly(at("2026-05-01T06:30:00Z"), at("2026-05-02T06:30:00Z"));
    }

    @Test
    void shouldMoveATimeThatTheClockSkipsForwardAndTakeTheFirstOfARepeatedOne() {
        // Berlin: 2026-03-29 02:00 → 03:00, 2026-10-25 03:00 → 02:00.
        assertThat(window("2026-03-28T10:00:00Z", "2026-03-29T20:00:00Z", "Europe/Berlin", "02:30")
                        .dueDate(LocalDate.parse("2026-03-29"))
                        .map(DueDate::dueAt))
                .contains(at("2026-03-29T01:30:00Z"));
        assertThat(window("2026-10-24T10:00:00Z", "2026-10-25T20:00:00Z", "Europe/Berlin", "02:30")
                        .dueDate(LocalDate.parse("2026-10-25"))
                        .map(DueDate::dueAt))
                .contains(at("2026-10-25T00:30:00Z"));
    }

    @Test
    void shouldLetADateStartWhoseTimeTheClockSkipsIntoTheNextDay() {
        // Nuuk: 2026-03-28 23:00 → 2026-03-29 00:00.
        var window = window("2026-03-28T10:00:00Z", "2026-04-02T10:00:00Z", "America/Nuuk", "23:30");
        assertThat(window.dueDate(LocalDate.parse("2026-03-28")))
                .contains(new DueDate(
                        LocalDate.parse("2026-03-28"), at("2026-03-29T01:30:00Z"), at("2026-03-30T01:00:00Z")));
        assertThat(window.dueDates())
                .extracting(DueDate::dueAt)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        // A day from now, two days from midnight to midnight, the clock goes forward within, a zone of half hours.
        "2026-05-01T07:00:00Z, 2026-05-02T07:00:00Z, Europe/Berlin, , 2026-05-01",
        "2026-04-30T22:00:00Z, 2026-05-02T22:00:00Z, Europe/Berlin, , 2026-05-01 2026-05-02",
        "2026-03-27T23:00:00Z, 2026-03-29T22:00:00Z, Europe/Berlin, 00:00, 2026-03-28 2026-03-29",
        "2026-05-01T03:30:00Z, 2026-05-03T03:30:00Z, Asia/Kolkata, 09:00, 2026-05-01 2026-05-02",
        "2026-05-01T08:00:00Z, 2026-05-01T09:00:00Z, UTC, 09:00, ''"
    })
    void shouldHaveNothingDueAtItsVeryEnd(String start, String end, String zone, String time, String dates) {
        PromotionWindow window = window(start, end, zone, time);
        assertThat(window.dueDates().stream().map(it -> it.date().toString()).collect(joining(" ")))
                .isEqualTo(dates);
        assertThat(window.dueDate(LocalDate.ofInstant(window.end(), window.zone())))
                .isEmpty();
    }

    @Test
    void shouldRefuseAnEndThatIsNotAfterTheStart() {
        Instant now = Instant.now();
        assertThatThrownBy(() -> new PromotionWindow(now, now, BERLIN, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAWindowOfThousandsOfYears() {
        assertThatThrownBy(() -> new PromotionWindow(Instant.MIN, Instant.MAX, BERLIN, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("366 days");
        Instant now = Instant.now();
        Instant end = now.plus(PromotionWindow.LONGEST);
        assertThat(new PromotionWindow(now, end, BERLIN, null).dueDates()).hasSizeBetween(366, 367);
        assertThatThrownBy(() -> new PromotionWindow(now, end.plusNanos(1), BERLIN, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldEndOnTheDateOfTheLastInstantBeforeTheEnd() {
        assertThat(window("2026-04-30T22:00:00Z", "2026-05-02T22:00:00Z", "Europe/Berlin", null)
                        .lastDate())
                .isEqualTo("2026-05-02");
        assertThat(window("2026-04-30T22:00:00Z", "2026-05-02T22:00:00.000001Z", "Europe/Berlin", null)
                        .lastDate())
                .isEqualTo("2026-05-03");
        assertThat(window("2026-03-28T10:00:00Z", "2026-03-29T01:00:00Z", "America/Nuuk", null)
                        .lastDate())
                .as("of a midnight that the clock skips")
                .isEqualTo("2026-03-28");
    }

    @Property(tries = 300)
    void shouldHaveNoDateButThoseFromTheFirstToTheLast(@ForAll("windows") PromotionWindow window) {
        assertThat(window.dueDate(window.firstDate().minusDays(1))).isEmpty();
        assertThat(window.dueDate(window.lastDate().plusDays(1))).isEmpty();
        assertThat(window.dueDate(LocalDate.MIN)).isEmpty();
        assertThat(window.dueDate(LocalDate.MAX)).isEmpty();
        assertThat(window.isOver(window.end())).isFalse();
        assertThat(window.isOver(window.end().plusNanos(1))).isTrue();
    }

    @Property(tries = 300)
    void shouldBeDueOnceADateWithinTheWindowAndBeforeItIsMissed(@ForAll("windows") PromotionWindow window) {
        List<DueDate> dates = window.dueDates();
        assertThat(dates).extracting(DueDate::date).doesNotHaveDuplicates().isSorted();
        assertThat(dates).allSatisfy(date -> {
            assertThat(date.dueAt()).isBetween(window.start(), window.end()).isBefore(window.end());
            assertThat(LocalDate.ofInstant(date.dueAt(), window.zone()))
                    .isBetween(date.date(), date.date().plusDays(atMidnight(window) ? 1 : 0));
            assertThat(date.missedAfter()).isBetween(date.dueAt(), window.end());
            assertThat(date.isDue(date.dueAt())).isTrue();
            assertThat(date.isMissed(date.missedAfter())).isFalse();
        });
    }

    @Property(tries = 300)
    void shouldSkipNoDateButThoseWhoseDispatchTimeLiesNotBeforeTheEnd(@ForAll("windows") PromotionWindow window) {
        LocalDate last = LocalDate.ofInstant(window.end().minusNanos(1), window.zone());
        long days = LocalDate.ofInstant(window.start(), window.zone()).until(last, ChronoUnit.DAYS) + 1;
        assertThat((long) window.dueDates().size()).isBetween(days - 1, days);
        window.dueDates()
                .forEach(date -> assertThat(window.dueDate(date.date())).contains(date));
    }

    @Provide
    Arbitrary<PromotionWindow> windows() {
        var zones = Arbitraries.of(
                        "Europe/Berlin",
                        "UTC",
                        "America/New_York",
                        "America/Nuuk",
                        "Asia/Kolkata",
                        "Australia/Lord_Howe",
                        "America/Santiago")
                .map(ZoneId::of);
        var starts = Arbitraries.longs()
                .between(
                        at("2026-01-01T00:00:00Z").getEpochSecond(),
                        at("2027-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
        var lengths = Arbitraries.oneOf(
                        Arbitraries.longs().between(1, Duration.ofHours(2).toSeconds()),
                        Arbitraries.longs().between(1, Duration.ofDays(60).toSeconds()),
                        Arbitraries.longs().between(1, PromotionWindow.LONGEST.toSeconds()))
                .map(Duration::ofSeconds);
        var times = Arbitraries.integers()
                .between(0, 86_399)
                .map(LocalTime::ofSecondOfDay)
                .injectNull(0.2);
        return Combinators.combine(zones, starts, lengths, times)
                .as((zone, start, length, time) -> new PromotionWindow(start, start.plus(length), zone, time));
    }

    /** Whether the zone's clock changes at midnight, so that a skipped time of the old day lies in the new one. */
    private static boolean atMidnight(PromotionWindow window) {
        return window.zone().getId().equals("America/Nuuk");
    }

    private static PromotionWindow window(String start, String end, String zone, String time) {
        return new PromotionWindow(at(start), at(end), ZoneId.of(zone), time == null ? null : LocalTime.parse(time));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
