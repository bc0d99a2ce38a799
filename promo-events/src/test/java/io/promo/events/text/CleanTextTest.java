package io.promo.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    private static Stream<UnaryOperator<String>> forms() {
        return Stream.of(CleanText::line, CleanText::lines, CleanText::identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0", "\u200B", "\u2028", "\u2029", "\u0085", "\uFEFF", "\u3000", "\u00AD", "\u2060", "\u3164", "\t", "\n",
                "\u200E", "\u202E", "\u200D", "\uFE0F", "\uDB40\uDC7F", " \u200B\u00A0 "
            })
    void shouldTakeOffWhatIsNotSeen(String unseen) {
        assertThat(CleanText.isBlank(unseen)).isTrue();
        forms().forEach(form -> {
            assertThat(form.apply(unseen)).isEmpty();
            assertThat(form.apply(unseen + "Anna \u200B" + unseen)).isEqualTo("Anna");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A heart, a family, England; Persian; two Malayalam names, one with its last letter as it was once written.
                "\u2764\uFE0F",
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0D2E\u0D4B\u0D39\u0D28\u0D4D\u200D",
                "20\u00A0% off",
                "\uD83D\uDE00"
            })
    void shouldLeaveAloneWhatIsSeen(String text) {
        assertThat(CleanText.line(text)).isEqualTo(text);
        assertThat(CleanText.lines(text + "\r\n  " + text)).isEqualTo(text + "\r\n  " + text);
        assertThat(CleanText.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"vip\u200B-\u00ADclub, vip-club", "an\u200Dna@example.org\uFEFF, anna@example.org", "a\u034F\u0301, \u00E1"})
    void shouldLeaveNothingInvisibleInAnIdentifier(String typed, String kept) {
        assertThat(CleanText.identifier(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"Anna  Maria,Anna Maria", "Anna\t\u3000 Maria,Anna Maria", "20\u00A0%,20\u00A0%", "Cafe\u0301,Caf\u00E9"})
    void shouldMakeOneBlankOfSeveralInALine(String typed, String kept) {
        assertThat(CleanText.line(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u000Bb", "a\fb", "a \u2028 b"})
    void shouldNotTakeSeveralLinesForOne(String lines) {
        assertThat(CleanText.isOneLine(CleanText.line(lines))).isFalse();
    }

    @Property(tries = 500)
    void shouldLeaveAsItIsWhatIsInItsForm(@ForAll("texts") String text) {
        forms().forEach(form -> {
            String clean = form.apply(text);
            assertThat(form.apply(clean)).isEqualTo(clean);
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
            assertThat(clean.isEmpty()).isEqualTo(CleanText.isBlank(text));
        });
    }

    /** Of letters that combine, blanks, invisible characters, emoji and halves of them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(
                                "a", "\u0301", "\u0D4D", " ", "\u00A0", "\u2028", "\n", "\u200B", "\u200D", "\uFE0F", "\u034F",
                                "\uD83D\uDE00", "\uD83D", "\uDB40\uDC7F", "\u3164", "\u1100", "\u1161")
                        .list()
                        .ofMaxSize(10)
                        .map(parts -> String.join("", parts)));
    }
}
