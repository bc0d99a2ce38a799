package io.promo.events.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.events.promotion.DatesOfEdit.Close;
import io.promo.events.promotion.DatesOfEdit.InForce;
import io.promo.events.promotion.DatesOfEdit.Planned;
import io.promo.events.promotion.DatesOfEdit.Sent;
import io.promo.events.promotion.DatesOfEdit.When;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DatesOfEditTest {

    private static final Instant PUBLISHED = at("2026-11-30T08:00:00Z");
    private static final PromotionWindow AFTERNOONS = window("2026-12-01T13:00:00Z", "Europe/Berlin", null);

    @Test
    void shouldTellThatAnotherZoneSendsAtOnceWhatIsTomorrowThere() {
        Instant now = at("2026-12-02T13:05:00Z");
        var edit = edit(AFTERNOONS, window("2026-12-01T13:00:00Z", "Pacific/Auckland", null), now);

        assertThat(edit.moved().get(0))
                .isEqualTo(new Planned(LocalDate.parse("2026-12-03"), at("2026-12-02T13:00:00Z"), When.AT_ONCE));
        assertThat(edit.twiceWithin24Hours())
                .contains(new Close(
                        new Sent(LocalDate.parse("2026-12-02"), at("2026-12-02T13:00:00Z")),
                        new Sent(LocalDate.parse("2026-12-03"), now)));
        assertThat(edit.needsConfirmation()).isTrue();
    }

    @Test
    void shouldTellThatAnEarlierTimeComesLessThanADayAfterTodaysMessage() {
        Instant now = at("2026-12-02T13:05:00Z");
        var edit = edit(AFTERNOONS, window("2026-12-01T13:00:00Z", "Europe/Berlin", "06:00"), now);

        assertThat(edit.added()).extracting(Planned::date).containsExactly(LocalDate.parse("2026-12-10"));
        assertThat(edit.moved().get(0))
                .isEqualTo(new Planned(LocalDate.parse("2026-12-03"), at("2026-12-03T05:00:00Z"), When.WHEN_DUE));
        assertThat(edit.twiceWithin24Hours()).hasSize(1);
        assertThat(edit.needsConfirmation()).isTrue();
    }

    @Test
    void shouldTellThatAnotherTimeComesAtOnceOrNeverAgain() {
        var noon = window("2026-12-01T08:00:00Z", "Europe/Berlin", "18:00");
        var edit = edit(noon, window("2026-12-01T08:00:00Z", "Europe/Berlin", "10:00"), at("2026-12-02T12:00:00Z"));
        assertThat(edit.moved().get(0).sent()).isEqualTo(When.AT_ONCE);
        assertThat(edit.twiceWithin24Hours()).hasSize(2);

        var late = window("2026-12-01T08:00:00Z", "Pacific/Honolulu", "23:00");
        var never = edit(late, window("2026-12-01T08:00:00Z", "Pacific/Auckland", "23:00"), at("2026-12-03T06:00:00Z"));
        assertThat(never.moved().get(0))
                .isEqualTo(new Planned(LocalDate.parse("2026-12-02"), at("2026-12-02T10:00:00Z"), When.NEVER));
    }

    @Test
    void shouldAskForNoConfirmationWhenDatesAreOnlyAddedOrTakenAtTheEnd() {
        Instant now = at("2026-12-02T13:05:00Z");
        var longer = new PromotionWindow(AFTERNOONS.start(), at("2026-12-12T12:00:00Z"), AFTERNOONS.zone(), null);
        assertThat(edit(AFTERNOONS, longer, now).added()).hasSize(2);
        assertThat(edit(AFTERNOONS, longer, now).needsConfirmation()).isFalse();
        assertThat(edit(longer, AFTERNOONS, now).removed()).hasSize(2);
        assertThat(edit(longer, AFTERNOONS, now).needsConfirmation()).isFalse();
    }

    @Test
    void shouldKnowWhatWasSentByAnEarlierWindow() {
        // Sent at 13:00Z; moved to the evening, then back to an hour that is over: nothing is sent a second time.
        var evening = window("2026-12-01T13:00:00Z", "Europe/Berlin", "20:00");
        Instant now = at("2026-12-02T13:10:00Z");
        var edit = DatesOfEdit.of(
                List.of(new InForce(AFTERNOONS, PUBLISHED), new InForce(evening, at("2026-12-02T13:05:00Z"))),
                window("2026-12-01T13:00:00Z", "Europe/Berlin", "09:00"),
                now);
        assertThat(edit.moved()).allMatch(date -> date.sent() == When.WHEN_DUE);
        assertThat(edit.twiceWithin24Hours())
                .containsExactly(new Close(
                        new Sent(LocalDate.parse("2026-12-02"), at("2026-12-02T13:00:00Z")),
                        new Sent(LocalDate.parse("2026-12-03"), at("2026-12-03T08:00:00Z"))));
    }

    @Test
    void shouldChangeNothingForAZoneWithTheSameClock() {
        var paris = window("2026-12-01T13:00:00Z", "Europe/Paris", null);
        assertThat(edit(AFTERNOONS, paris, at("2026-12-02T13:05:00Z")))
                .isEqualTo(new DatesOfEdit(List.of(), List.of(), List.of(), List.of(), false));
    }

    @Property
    void shouldTellOfEveryTwoMessagesThatComeWithinADay(
            @ForAll("windows") PromotionWindow before,
            @ForAll("windows") PromotionWindow after,
            @ForAll("instants") Instant now) {
        List<Sent> with = simulated(before, after, now);
        List<Sent> without = simulated(before, before, now);
        var edit = edit(before, after, now);
        List<Close> expected = pairs(with).stream()
                .filter(pair ->
                        Duration.between(pair.first().at(), pair.second().at()).compareTo(Duration.ofHours(24)) < 0)
                .filter(pair -> !nextDay(pair.first().at(), after.zone())
                        .equals(LocalDateTime.ofInstant(pair.second().at(), after.zone())))
                .filter(pair ->
                        !pair.second().at().isBefore(now) && !pairs(without).contains(pair))
                .toList();
        assertThat(edit.twiceWithin24Hours()).containsExactlyElementsOf(expected);
        assertThat(edit.needsConfirmation() || expected.isEmpty()).isTrue();
    }

    @Property
    void shouldTellWhichDatesComeAndGo(
            @ForAll("windows") PromotionWindow before,
            @ForAll("windows") PromotionWindow after,
            @ForAll("instants") Instant now) {
        Set<LocalDate> dates = dates(simulated(before, before, now));
        edit(before, after, now).removed().forEach(date -> dates.remove(date.date()));
        edit(before, after, now).moved().stream()
                .filter(date -> date.sent() == When.NEVER)
                .forEach(date -> dates.remove(date.date()));
        edit(before, after, now).added().stream()
                .filter(date -> date.sent() != When.NEVER)
                .forEach(date -> dates.add(date.date()));
        assertThat(dates(simulated(before, after, now))).isEqualTo(dates);
    }

    @Provide
    Arbitrary<PromotionWindow> windows() {
        Arbitrary<Instant> starts = Arbitraries.integers()
                .between(0, 4 * 96)
                .map(quarter -> at("2026-03-26T00:00:00Z").plus(Duration.ofMinutes(15L * quarter)));
        Arbitrary<Integer> hours = Arbitraries.integers().between(1, 200);
        Arbitrary<String> zones = Arbitraries.of(
                "Europe/Berlin", "UTC", "Pacific/Auckland", "Pacific/Honolulu", "America/Nuuk", "Asia/Kathmandu");
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.ofSecondOfDay(900L * quarter));
        return Combinators.combine(starts, hours, zones, times.injectNull(0.3))
                .as((start, length, zone, time) ->
                        new PromotionWindow(start, start.plus(Duration.ofHours(length)), ZoneId.of(zone), time));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.integers()
                .between(0, 6 * 24 * 60)
                .map(minute -> at("2026-03-26T00:00:07Z").plus(Duration.ofMinutes(minute)));
    }

    /** What is sent when the trigger looks at the due times and at the edit. */
    private static List<Sent> simulated(PromotionWindow before, PromotionWindow after, Instant edited) {
        Instant published = at("2026-03-01T00:00:00Z");
        Set<Instant> looks = new TreeSet<>(List.of(published, edited));
        before.dueDates().forEach(date -> looks.add(date.dueAt()));
        after.dueDates().forEach(date -> looks.add(date.dueAt()));
        Set<LocalDate> settled = new HashSet<>();
        List<Sent> sent = new ArrayList<>();
        for (Instant look : looks) {
            for (DueDate date : (look.isBefore(edited) ? before : after).dueDates()) {
                boolean open = !settled.contains(date.date());
                if (open && date.isMissed(look)) {
                    settled.add(date.date());
                } else if (open && date.isDue(look)) {
                    settled.add(date.date());
                    sent.add(new Sent(date.date(), look));
                }
            }
        }
        return sent;
    }

    private static List<Close> pairs(List<Sent> sent) {
        return IntStream.range(1, sent.size())
                .mapToObj(second -> new Close(sent.get(second - 1), sent.get(second)))
                .toList();
    }

    private static Set<LocalDate> dates(List<Sent> sent) {
        Set<LocalDate> dates = new TreeSet<>();
        sent.forEach(one -> dates.add(one.date()));
        return dates;
    }

    private static LocalDateTime nextDay(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone).plusDays(1);
    }

    private static DatesOfEdit edit(PromotionWindow before, PromotionWindow after, Instant now) {
        return DatesOfEdit.of(List.of(new InForce(before, at("2026-03-01T00:00:00Z"))), after, now);
    }

    private static PromotionWindow window(String start, String zone, String time) {
        return new PromotionWindow(
                at(start), at("2026-12-10T12:00:00Z"), ZoneId.of(zone), time == null ? null : LocalTime.parse(time));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
