package io.promo.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.http.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    /** Whatever a header's length lets through, and more. */
    static Stream<String> tooMany() {
        return Stream.of(
                "\"1\",".repeat(830) + "\"1\"",
                "\"\",".repeat(100_000) + "\"1\"",
                "W/\"1\" , ".repeat(100_000) + "\"1\"",
                "\"" + "x".repeat(1_000_000),
                "\"1\"" + " ".repeat(1_000_000) + "x",
                ",".repeat(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("tooMany")
    void shouldRefuseMoreTagsThanAnybodyNeeds(String header) {
        assertRefused(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "\"1", "1\"", "\"1\",", ",\"1\"", "\"1\" \"2\"", "\"1\"\n", "w/\"1\"", "*, \"1\""})
    void shouldRefuseWhatIsNoListOfTags(String header) {
        assertRefused(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"3\", \"7\"", "\"3\",W/\"7\"", " \"a,b\" ,\t\"7\" ", "*", " * "})
    void shouldLetTheVersionsThroughThatItNames(String header) {
        assertThat(IfMatch.optional(header).allows(7)).isTrue();
        assertThat(IfMatch.optional(header).allows(8)).isEqualTo(header.contains("*"));
    }

    private static void assertRefused(String header) {
        assertThatThrownBy(() -> IfMatch.optional(header))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage()).startsWith("If-Match must be"));
    }
}
