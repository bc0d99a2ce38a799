package io.promo.cli.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.cli.failure.CommandFailure;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T09:00, 2026-05-01T07:00:00Z",
        "2026-05-01 09:00, 2026-05-01T07:00:00Z",
        "2026-05-01T09:00:30, 2026-05-01T07:00:30Z",
        "2026-05-01T09:00Z, 2026-05-01T09:00:00Z",
        "2026-05-01T09:00-05:00, 2026-05-01T14:00:00Z",
        // The clock jumps from 02:00 to 03:00, and back from 03:00 to 02:00.
        "2026-03-29T03:00, 2026-03-29T01:00:00Z",
        "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z"
    })
    void shouldReadTimesAsPeopleTypeThem(String text, Instant instant) {
        assertThat(Times.instant("--start", text, BERLIN)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-05-01", "09:00", "2026-02-30T09:00", "2026-05-01T25:00"})
    void shouldRefuseWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Times.instant("--start", text, BERLIN))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("--start is no time");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30, Europe/Berlin, 'is skipped', '2026-03-29T03:30'",
        "2026-03-29T02:00, Europe/Berlin, 'is skipped', '2026-03-29T03:00'",
        "2011-12-30T09:00, Pacific/Apia, 'is skipped', '2011-12-31T09:00'",
        "2026-10-25T02:30, Europe/Berlin, 'twice', '2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00'",
        "2026-04-05T01:45, Australia/Lord_Howe, 'twice', '2026-04-05T01:45+11:00 or 2026-04-05T01:45+10:30'"
    })
    void shouldRefuseALocalTimeThatTheClockSkipsOrRepeats(String text, ZoneId zone, String why, String remedy) {
        assertThatThrownBy(() -> Times.instant("--start", text, zone))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.getMessage() + " " + failure.remedy())
                                .contains("--start", why, zone.getId(), remedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01T24:00", "2026-05-01 24:00", "2026-05-01T24:00Z"})
    void shouldNotTakeTheEndOfADayForItsBeginning(String text) {
        assertThatThrownBy(() -> Times.instant("--end", text, BERLIN)).isInstanceOf(CommandFailure.class);
    }

    @Property(tries = 200)
    void shouldReadLocalTimesInTheZone(
            @ForAll @IntRange(max = 2_000_000) int minutes, @ForAll @IntRange(min = -14, max = 14) int hours) {
        LocalDateTime local = LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(minutes);
        ZoneOffset offset = ZoneOffset.ofHours(hours);

        assertThat(Times.instant("--end", local.toString(), offset)).isEqualTo(local.toInstant(offset));
        assertThat(Times.instant("--end", local.atOffset(offset).toString(), BERLIN))
                .isEqualTo(local.toInstant(offset));
    }
}
