package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @Test
    void shouldFillInValuesInTheTemplatesOrderWithoutEscapingThem() {
        Template.Text text = template("Hi {{ name }}", "{{country}}: 5 < 6, {{name}}", "name", "country")
                .render(List.of("<b>Änne & $1 {{country}}</b>", "DE"));

        assertThat(text.subject()).isEqualTo("Hi <b>Änne & $1 {{country}}</b>");
        assertThat(text.body()).isEqualTo("DE: 5 < 6, <b>Änne & $1 {{country}}</b>");
    }

    @Test
    void shouldReadAValueTheCustomerDoesNotHaveAsNothing() {
        Template.Text text =
                template("Hi {{name}}!", "{{country}}", "name", "country").render(List.of("", "DE"));

        assertThat(text).isEqualTo(new Template.Text("Hi !", "DE"));
    }

    @Test
    void shouldLeavePlaceholdersStandingWhoseValuesWereNeverStored() {
        Template.Text text =
                template("Hi {{name}}", "{{country}}", "name", "country").render(List.of("Anna"));

        assertThat(text).isEqualTo(new Template.Text("Hi Anna", "{{country}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/sale?a=1", "http://shop.example", "HTTPS://SHOP.EXAMPLE"})
    void shouldPassOnWebLinks(String link) {
        assertThat(withLink(link).webLink()).isEqualTo(link);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"javascript:alert(1)", "//shop.example", "/sale", "", "data:text/html,x", " https://x.example"})
    void shouldWithholdLinksABrowserMustNotFollow(String link) {
        assertThat(withLink(link).webLink()).isNull();
    }

    private static Template template(String subject, String body, String... placeholders) {
        return new Template(1, subject, body, null, List.of(placeholders), false);
    }

    private static Template withLink(String link) {
        return new Template(1, "", "", link, List.of(), false);
    }
}
