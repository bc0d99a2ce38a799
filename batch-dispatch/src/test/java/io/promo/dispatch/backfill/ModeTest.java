package io.promo.dispatch.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.backfill.Step.Action;
import io.promo.dispatch.run.Desired;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.RunState;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ModeTest {

    private static final Instant DUE = Instant.parse("2026-05-01T09:00:00Z");
    private static final DueDate DATE = new DueDate(LocalDate.parse("2026-05-01"), DUE, DUE.plusSeconds(3_600));
    private static final Instant LATER = DUE.plusSeconds(86_400);
    private static final Set<RunState> UNDER_WAY = Set.of(RunState.DUE, RunState.RUNNING, RunState.PAUSED);

    @Property(tries = 300)
    void shouldNeverTouchADateUnderWayNorReplayAnInUseGeneration(
            @ForAll Mode mode, @ForAll @Size(max = 4) List<RunState> states) {
        Step step = mode.step(DATE, runs(states), LATER);

        boolean underWay = !states.isEmpty() && UNDER_WAY.contains(states.get(states.size() - 1));
        if (underWay) {
            assertThat(step.action()).isEqualTo(Action.NONE);
        }
        assertThat(step.action() == Action.REPLAY).isEqualTo(step.generation() == states.size() && !states.isEmpty());
        assertThat(step.reason() == null).isEqualTo(step.sends());
    }

    @Property(tries = 300)
    void shouldSendWithAWiderModeWhateverANarrowerOneSends(@ForAll @Size(max = 4) List<RunState> states) {
        boolean missing = Mode.MISSING.step(DATE, runs(states), LATER).sends();
        boolean failed = Mode.FAILED.step(DATE, runs(states), LATER).sends();
        boolean all = Mode.ALL.step(DATE, runs(states), LATER).sends();

        assertThat(!missing || failed).isTrue();
        assertThat(!failed || all).isTrue();
    }

    @Property
    void shouldDoNothingBeforeTheDateIsDue(@ForAll Mode mode) {
        assertThat(mode.step(DATE, List.of(), DUE.minusNanos(1)).sends()).isFalse();
        assertThat(mode.step(DATE, List.of(), DUE).sends()).isTrue();
    }

    @Example
    void shouldRestartAFailedRunOnlyWhenAsked() {
        List<Run> failed = runs(List.of(RunState.COMPLETED, RunState.FAILED));

        assertThat(Mode.MISSING.step(DATE, failed, LATER).action()).isEqualTo(Action.NONE);
        assertThat(Mode.FAILED.step(DATE, failed, LATER).runId())
                .isEqualTo(failed.get(1).runId());
        assertThat(Mode.ALL.step(DATE, failed, LATER).generation()).isEqualTo(2);
    }

    private static List<Run> runs(List<RunState> states) {
        return IntStream.range(0, states.size())
                .mapToObj(generation -> run(generation, states.get(generation)))
                .toList();
    }

    private static Run run(int generation, RunState state) {
        return new Run(
                UUID.randomUUID(),
                UUID.randomUUID(),
                DATE.date(),
                generation,
                1,
                "t",
                new PromotionPackage(PromotionPackage.MESSAGE, null, "en", Map.of()),
                Audience.EVERYONE,
                DUE,
                null,
                DUE,
                Desired.RUNNING,
                state,
                null,
                0,
                null,
                false);
    }
}
