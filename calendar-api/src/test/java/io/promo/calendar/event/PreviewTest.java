package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PreviewTest extends CalendarTest {

    @Test
    void shouldRenderForACustomerAndListTheDates() {
        JsonNode preview = post("/events/preview", request("{{name}}, {{title}} until {{endDate}} {{typo}}", null))
                .body();
        assertThat(preview.path("subject").asString()).isEqualTo("Anna <3, Spring sale until 2030-05-03 {{typo}}");
        assertThat(preview.path("link").asString()).isEqualTo("https://shop.example/spring");
        assertThat(preview.path("dates").valueStream().map(JsonNode::toString))
                .containsExactly(
                        due("2030-05-01", "10", "2030-05-01T22:00:00Z"),
                        due("2030-05-02", "07", "2030-05-02T22:00:00Z"),
                        due("2030-05-03", "07", "2030-05-03T20:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2030-05-01T07:00:00Z, 2030-05-02T07:00:00Z, , 2030-05-01, 2030-05-02",
        "2030-04-30T22:00:00Z, 2030-05-02T22:00:00Z, , 2030-05-01 2030-05-02, 2030-05-02",
        "2030-05-01T08:00:00Z, 2030-05-03T07:00:00Z, 09:00, 2030-05-01 2030-05-02, 2030-05-03"
    })
    void shouldPromiseNothingForTheVeryEnd(String start, String end, String time, String dates, String lastDate) {
        Map<String, Object> request = request("{{endDate}}", null);
        request.put("startDatetime", start);
        request.put("endDatetime", end);
        request.put("dispatchTime", time);
        JsonNode preview = post("/events/preview", request).body();
        assertThat(preview.path("dates").valueStream().map(it -> it.path("date").asString()))
                .containsExactly(dates.split(" "));
        assertThat(preview.path("subject").asString()).isEqualTo(lastDate);
    }

    @ParameterizedTest
    @CsvSource({"de-AT, Servus", "de-CH, Hallo", "de, Hallo", "fr, Hello", ", Hello"})
    void shouldChooseTheTextAsDispatchDoes(String locale, String subject) {
        Map<String, Object> request = request("", locale);
        request.put(
                "promotionPackage",
                promotionPackage(Map.of("en", texts("Hello"), "de", texts("Hallo"), "de-AT", texts("Servus"))));
        assertThat(post("/events/preview", request).body().path("subject").asString())
                .isEqualTo(subject);
    }

    @Test
    void shouldRefuseWhatIsWrong() {
        assertThat(post("/events/preview", request("Hello", "de_AT")).fields()).containsExactly("locale");
        assertThat(post("/events/preview", with(request("Hello", "de"), "timeZone", "Mars"))
                        .fields())
                .containsExactly("timeZone");
        assertThat(post("/events/preview", with(request("Hello", "de"), "lokale", "de"))
                        .fields())
                .containsExactly("lokale");
    }

    private static String due(String date, String hour, String missedAfter) {
        return "{\"date\":\"%1$s\",\"dueAt\":\"%1$sT%2$s:00:00Z\",\"missedAfter\":\"%3$s\"}"
                .formatted(date, hour, missedAfter);
    }

    private static Map<String, String> texts(String subject) {
        return Map.of("subject", subject, "body", "20 % off");
    }

    private static Map<String, Object> request(String subject, String locale) {
        Map<String, Object> request = new HashMap<>(draft());
        request.put("promotionPackage", promotionPackage(subject));
        request.put("startDatetime", "2030-05-01T10:00:00Z");
        request.put("endDatetime", "2030-05-03T20:00:00Z");
        request.put("dispatchTime", "09:00");
        request.put("locale", locale);
        request.put("sample", Map.of("name", "Anna <3", "email", "anna@example.com", "country", "DE"));
        return request;
    }
}
