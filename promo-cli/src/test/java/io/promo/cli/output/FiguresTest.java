package io.promo.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 0 s",
        "0, 0 s",
        "59, 59 s",
        "60, 1 min 00 s",
        "185, 3 min 05 s",
        "3599, 59 min 59 s",
        "3600, 1 h 00 min",
        "86399, 23 h 59 min",
        "86400, 1 d 0 h",
        "100000, 1 d 3 h"
    })
    void shouldNameTheTwoGreatestUnits(long seconds, String text) {
        assertThat(Figures.duration(seconds)).isEqualTo(text);
    }

    @Property
    void shouldNeverMakeALongerTimeLookShorter(
            @ForAll @LongRange(max = 1_000_000) long one, @ForAll @LongRange(max = 1_000_000) long other) {
        assertThat(Long.compare(read(Figures.duration(one)), read(Figures.duration(other))) * Long.compare(one, other))
                .isNotNegative();
    }

    @Property
    void shouldSayHundredPercentOnlyWhenAllIsDone(
            @ForAll @LongRange(max = 100_000_000) long done,
            @ForAll @LongRange(min = 1, max = 100_000_000) long total) {
        int percent = Figures.percent(done, total);

        assertThat(percent).isBetween(0, 100);
        assertThat(percent == 100).isEqualTo(done >= total);
    }

    @Property
    void shouldKeepEveryInstantToTheSecond(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        String shown =
                Figures.instant(Instant.ofEpochSecond(seconds, 999_000_000).toString());

        assertThat(Instant.parse(shown.replace(' ', 'T'))).isEqualTo(Instant.ofEpochSecond(seconds));
    }

    @Test
    void shouldShowInstantsInAZone() {
        assertThat(Figures.local("2026-05-01T07:00:00Z", "Europe/Berlin")).isEqualTo("2026-05-01 09:00");
        assertThat(Figures.local("2026-05-01T07:00:00Z", "Mars/Olympus")).isEqualTo("2026-05-01T07:00:00Z");
        assertThat(Figures.instant(null)).isEqualTo("-");
        assertThat(Figures.count(null)).isEqualTo("-");
        assertThat(Figures.count(1234567L)).isEqualTo("1,234,567");
    }

    private static long read(String duration) {
        long seconds = 0;
        String[] words = duration.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            long unit =
                    switch (words[i + 1]) {
                        case "s" -> 1;
                        case "min" -> 60;
                        case "h" -> 3600;
                        default -> 86400;
                    };
            seconds += Long.parseLong(words[i]) * unit;
        }
        return seconds;
    }
}
