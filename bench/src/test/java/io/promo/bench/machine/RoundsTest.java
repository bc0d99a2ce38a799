package io.promo.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void shouldMeasureUntilEnoughRoundsCount() throws SQLException, IOException, InterruptedException {
        Rounds<Integer> rounds = run(3, 0.02, 0.13, 0.02, 0.5, 0.02, 0.02);

        assertThat(rounds.all()).hasSize(5);
        assertThat(rounds.counting()).containsExactly(1, 3, 5);
        assertThat(rounds.distrust()).isEmpty();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("round 2 is void: others 13.0 %", "round 5 counts: others 2.0 %");
    }

    @Test
    void shouldEndAtTwiceAsManyAsWereAskedFor() throws SQLException, IOException, InterruptedException {
        Rounds<Integer> rounds = run(2, 0.2, 0.02, 0.2, 0.2, 0.02);

        assertThat(rounds.all()).hasSize(4);
        assertThat(rounds.counting()).containsExactly(2);
        assertThat(rounds.distrust())
                .contains("1 of 4 rounds count, and 2 were asked for: in the others, others took more than 10 % of the"
                        + " CPU");
    }

    @Property
    void shouldNeverNeedMoreThanTwiceAsManyNorCountMoreThanAsked(
            @ForAll @IntRange(min = 1, max = 5) int asked, @ForAll @Size(10) List<Boolean> disturbed)
            throws SQLException, IOException, InterruptedException {
        Rounds<Integer> rounds =
                run(asked, disturbed.stream().mapToDouble(it -> it ? 0.3 : 0.0).toArray());

        assertThat(rounds.all()).hasSizeBetween(asked, 2 * asked);
        assertThat(rounds.counting()).hasSizeLessThanOrEqualTo(asked);
        assertThat(rounds.distrust().isPresent())
                .isEqualTo(rounds.counting().size() < asked)
                .isEqualTo(rounds.all().size() == 2 * asked && rounds.counting().size() < asked);
    }

    /** The rounds' numbers, measured while others take those shares. */
    private Rounds<Integer> run(int asked, double... others) throws SQLException, IOException, InterruptedException {
        // A lap before each round, which is not looked at, and one after it.
        Iterator<Double> laps = DoubleStream.of(others)
                .flatMap(share -> DoubleStream.of(0.99, share))
                .iterator();
        return Rounds.run(
                asked,
                () -> new MachineLoad(laps.next(), 0, 1),
                new PrintStream(told, true, StandardCharsets.UTF_8),
                number -> number);
    }
}
