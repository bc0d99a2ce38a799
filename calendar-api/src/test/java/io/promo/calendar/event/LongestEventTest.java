package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts that are right one by one and together longer than what can be sent. */
class LongestEventTest extends CalendarTest {

    private static final Pattern BYTES = Pattern.compile("\\d{6,}");

    /** A letter of two bytes and three that JSON escapes: characters say little of what is sent. */
    private static final String BODY = "\u00fc\"\n\\".repeat(1_840);

    @Test
    void shouldRefuseWhatIsAByteTooLongAndSendWhatIsNot() {
        Answer tooLong = post("/events", saying(9_000));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.problem()).isEqualTo("invalid-event");
        assertThat(tooLong.fields()).containsExactly("promotionPackage.content");
        assertThat(tooLong.body().path("detail").asString()).contains("shorten the bodies or leave out locales");

        int border = 9_000 - excess(tooLong);
        Answer oneTooMuch = post("/events", saying(border + 1));
        assertThat(oneTooMuch.status()).isEqualTo(400);
        assertThat(excess(oneTooMuch)).isEqualTo(1);
        Answer longest = post("/events", saying(border));
        assertThat(longest.status()).isEqualTo(201);

        Answer published = post("/events/" + longest.id() + "/publish", null);
        assertThat(published.status()).isEqualTo(200);
        Answer edited = put("/events/" + longest.id(), saying(border + 1), published.etag());
        assertThat(edited.status()).isEqualTo(400);
        assertThat(edited.fields()).containsExactly("promotionPackage.content");
        assertThat(get("/events/" + longest.id()).body()).isEqualTo(published.body());
        assertThat(post("/events/" + longest.id() + "/cancel", null).status()).isEqualTo(200);
    }

    /** An event with so many bytes in its English body, and long texts in other languages. */
    private static Map<String, Object> saying(int bytes) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (char language = 'a'; language <= 'z'; language++) {
            content.put("d" + language, Map.of("subject", "Gr\u00fc\u00dfe", "body", BODY));
        }
        content.put("en", Map.of("subject", "Hello", "body", "x".repeat(bytes)));
        return with(draft(), "promotionPackage", promotionPackage(content));
    }

    private static int excess(Answer refused) {
        int[] bytes = BYTES.matcher(refused.body().path("detail").asString())
                .results()
                .map(MatchResult::group)
                .mapToInt(Integer::parseInt)
                .toArray();
        return bytes[0] - bytes[1];
    }
}
