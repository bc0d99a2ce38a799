package io.promo.events.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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

    @Test
    void shouldNotLookForPlaceholdersInValues() {
        assertThat(TemplateText.render("{{name}}", Map.of("name", "{{email}}", "email", "x"), UnaryOperator.identity()))
                .isEqualTo("{{email}}");
    }
}
