package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a link must be like. {@code links.json} binds the screens' rule, too: their test reads the same file. */
class LinkTest extends CalendarTest {

    static Stream<JsonNode> links() {
        return JSON.readTree(LinkTest.class.getResourceAsStream("/links.json")).valueStream();
    }

    @ParameterizedTest
    @MethodSource("links")
    void shouldTakeALinkThatLeadsSomewhereAndSayWhyItTakesNoOther(JsonNode vector) {
        Answer answer = preview(vector.path("link").asString());
        if (vector.path("reason").isNull()) {
            assertThat(answer.status()).isEqualTo(200);
            return;
        }
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("promotionPackage.link");
        assertThat(answer.body().at("/errors/0/message").asString())
                .contains(vector.path("says").asString());
    }

    @Test
    void shouldTakeLinksOfUpToTwoThousandCharacters() {
        String start = "https://shop.example/";
        assertThat(preview(start + "x".repeat(2_000 - start.length())).status()).isEqualTo(200);
        Answer tooLong = preview(start + "x".repeat(2_001 - start.length()));
        assertThat(tooLong.body().at("/errors/0/message").asString()).contains("2000 characters");
    }

    private Answer preview(String link) {
        return post(
                "/events/preview", with(draft(), "promotionPackage", with(promotionPackage("Hello"), "link", link)));
    }
}
