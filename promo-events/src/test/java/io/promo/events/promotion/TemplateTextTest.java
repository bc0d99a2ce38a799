package io.promo.events.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateTextTest {

    @Test
    void shouldFindPlaceholdersInOrderAndOnce() {
        assertThat(TemplateText.placeholders("{{ name }} from {{country}}, {{name}}!"))
                .containsExactly("name", "country");
    }

    @Test
    void shouldNameTheUnknownOnes() {
        assertThat(TemplateText.unknownPlaceholders("{{name}} {{title}} {{fistName}} {{}}"))
                .containsExactly("fistName", "");
    }

    @Test
    void shouldEscapeValuesAndNotTheTextAround() {
        assertThat(TemplateText.render("<b>{{name}}</b>", Map.of("name", "<i>"), value -> value.replace("<", "&lt;")))
                .isEqualTo("<b>&lt;i></b>");
    }

    @Test
    void shouldLeaveAPlaceholderWithoutAValueAsItStands() {
        assertThat(TemplateText.render("{{name}} {{date}}", Map.of("date", "today"), UnaryOperator.identity()))
                .isEqualTo("{{name}} today");
    }

    @Property(tries = 300)
    void shouldPutAValueInAsItIsWhateverItHolds(@ForAll String value) {
        assertThat(TemplateText.render("a{{name}}b", Map.of("name", value, "email", "no"), UnaryOperator.identity()))
                .isEqualTo("a" + value + "b");
    }

    /** {@code placeholders.json} binds the screens' rule, too: their test reads the same file. */
    static Stream<JsonNode> texts() {
        return JsonMapper.shared()
                .readTree(TemplateTextTest.class.getResourceAsStream("/placeholders.json"))
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldFindWhatIsUnknownAndBracesThatBelongToNoPlaceholder(JsonNode vector) {
        String text = vector.path("text").asString();
        assertThat(TemplateText.unknownPlaceholders(text))
                .containsExactlyElementsOf(vector.path("unknown")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(TemplateText.strayBraces(text))
                .containsExactlyElementsOf(
                        vector.path("stray").valueStream().map(JsonNode::asInt).toList());
    }

    static Stream<String> textsThatLookLikePlaceholders() {
        return Stream.of(
                "{{" + " ".repeat(1_200) + "x",
                "{{" + " ".repeat(10_000) + "x",
                "{{".repeat(5_000),
                "{".repeat(10_001),
                "{{ a ".repeat(2_000),
                "{{" + "\n".repeat(10_000) + "}",
                "{{name}".repeat(1_500),
                "{{name}}".repeat(1_500),
                "}".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("textsThatLookLikePlaceholders")
    void shouldLookAtEachCharacterAFewTimesOnly(String text) {
        for (Consumer<CharSequence> use : List.<Consumer<CharSequence>>of(
                TemplateText::placeholders,
                TemplateText::unknownPlaceholders,
                TemplateText::strayBraces,
                it -> TemplateText.render(it, Map.of("name", "Anna"), UnaryOperator.identity()))) {
            var counting = new CountingText(text, new AtomicLong());
            use.accept(counting);
            assertThat(counting.looks().get()).isLessThanOrEqualTo(8L * text.length());
        }
    }

    /** Counts the characters that are looked at, and ends what looks at far too many. */
    private record CountingText(String text, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > 1_000_000) {
                throw new AssertionError("looked at a million characters of a text of " + text.length());
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks.addAndGet(end - start);
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            looks.addAndGet(text.length());
            return text;
        }
    }

    /** The regular expression that said what a placeholder is, on texts short enough for it. */
    @Property(tries = 2_000)
    void shouldFindWhatTheRegularExpressionFound(@ForAll("braces") String text) {
        Set<String> expected = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(TemplateText.placeholders(text)).containsExactlyElementsOf(expected);
    }

    @Provide
    Arbitrary<String> braces() {
        return Arbitraries.strings()
                .withChars('{', '{', '}', '}', ' ', 'a', '\n')
                .ofMaxLength(14);
    }

    @Test
    void shouldNotLookForPlaceholdersInValues() {
        assertThat(TemplateText.render("{{name}}", Map.of("name", "{{email}}", "email", "x"), UnaryOperator.identity()))
                .isEqualTo("{{email}}");
    }
}
