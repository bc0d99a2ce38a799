package io.promo.events.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"vip|new", "vip;new", "|", "vip;"})
    void shouldRefuseASegmentThatAnImportWouldSplit(String segment) {
        assertThat(violations(segment)).singleElement().satisfies(it -> {
            assertThat(it.field()).isEqualTo("audience.segments");
            assertThat(it.message()).contains("| or ;");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"vip\u2028new", "vip\u2029new", "vip\u0085new", "vip\nnew"})
    void shouldRefuseASegmentThatIsNotOneLine(String segment) {
        assertThat(violations(segment)).singleElement().satisfies(it -> {
            assertThat(it.field()).isEqualTo("audience.segments");
            assertThat(it.message()).contains("one line");
        });
    }

    @Test
    void shouldAcceptWhatAnImportAccepts() {
        assertThat(violations("vip, \"gold\" / ü: 100 %")).isEmpty();
    }

    private static List<Violation> violations(String segment) {
        return AudienceRules.violations(new Audience(List.of(segment), List.of(), List.of()));
    }
}
