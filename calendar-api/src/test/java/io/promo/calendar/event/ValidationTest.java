package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.promo.calendar.CalendarTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ValidationTest extends CalendarTest {

    private static final Map<String, String> TEXTS = Map.of("subject", "Hello", "body", "20 % off");

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                arguments("title", null, "title"),
                arguments("title", " ", "title"),
                arguments("title", "x".repeat(201), "title"),
                arguments("title", "two\nlines", "title"),
                arguments("title", "two\u2028lines", "title"),
                arguments("title", "two\u0085lines", "title"),
                arguments("title", "\u200B\u00A0\uFEFF", "title"),
                arguments("title", "\u3164", "title"),
                arguments("title", "nul\0", "title"),
                arguments("description", "x".repeat(10_001), "description"),
                arguments("description", "nul\0", "description"),
                arguments("startDatetime", null, "startDatetime"),
                arguments("startDatetime", "tomorrow", "startDatetime"),
                arguments("startDatetime", "+999999999-01-01T00:00:00Z", "startDatetime"),
                arguments("startDatetime", 1764547200, "startDatetime"),
                arguments("startDatetime", "2026-06-30T23:59:60Z", "startDatetime"),
                arguments("startDatetime", "1999-12-31T23:59:59Z", "startDatetime"),
                arguments("title", 5, "title"),
                arguments("timeZone", "Europe/Berlin\0", "timeZone"),
                arguments("dispatchTime", "\ud83c", "dispatchTime"),
                arguments("endDatetime", null, "endDatetime"),
                arguments("endDatetime", "2001-01-01T00:00:00Z", "endDatetime"),
                arguments("endDatetime", Instant.now().plus(400, ChronoUnit.DAYS), "endDatetime"),
                arguments("timeZone", null, "timeZone"),
                arguments("timeZone", "Europe/Atlantis", "timeZone"),
                arguments("timeZone", "+02:00", "timeZone"),
                arguments("dispatchTime", "25:00", "dispatchTime"),
                arguments("dispatchTime", "09:00:00.5", "dispatchTime"),
                arguments("maxRate", 0, "maxRate"),
                arguments("maxRate", 1.5, "maxRate"),
                arguments("maxRate", "many", "maxRate"),
                arguments("audience", Map.of("countries", List.of("Germany")), "audience.countries"),
                arguments("audience", Map.of("countries", List.of("de")), "audience.countries"),
                arguments("audience", Map.of("locales", List.of("de_DE")), "audience.locales"),
                arguments("audience", Map.of("locales", List.of("de-de")), "audience.locales"),
                arguments("audience", Map.of("segments", List.of(" ")), "audience.segments"),
                arguments("audience", Map.of("segments", List.of("\u200B")), "audience.segments"),
                arguments("audience", Map.of("segments", many(101)), "audience.segments"),
                arguments("audience", Map.of("segmnets", List.of("a")), "audience.segmnets"),
                arguments("tittle", "Spring", "tittle"));
    }

    static Stream<Arguments> wrongPackages() {
        Map<String, Object> right = promotionPackage("Hello");
        return Stream.of(
                arguments(null, "promotionPackage"),
                arguments(with(right, "kind", "FLASH_SALE"), "promotionPackage.kind"),
                arguments(with(right, "link", "/spring"), "promotionPackage.link"),
                arguments(with(right, "link", "javascript:alert(1)"), "promotionPackage.link"),
                arguments(with(right, "link", "https://shop.example/a b"), "promotionPackage.link"),
                arguments(with(right, "defaultLocale", "de"), "promotionPackage.defaultLocale"),
                arguments(with(right, "content", null), "promotionPackage.defaultLocale"),
                arguments(promotionPackage(Map.of("en", TEXTS, "klingon!", TEXTS)), "promotionPackage.content"),
                arguments(promotionPackage(Map.of("en", TEXTS, "de-at", TEXTS)), "promotionPackage.content"),
                arguments(promotionPackage(Map.of("en", Map.of("body", "x"))), "promotionPackage.content.en.subject"),
                arguments(
                        promotionPackage(Map.of("en", Map.of("subject", "a\nb", "body", "x"))),
                        "promotionPackage.content.en.subject"),
                arguments(
                        promotionPackage(Map.of("en", Map.of("subject", "a\u2029b", "body", "x"))),
                        "promotionPackage.content.en.subject"),
                arguments(
                        promotionPackage(Map.of("en", Map.of("subject", "\u3000\u2060", "body", "x"))),
                        "promotionPackage.content.en.subject"),
                arguments(
                        promotionPackage(Map.of("en", Map.of("subject", "x", "body", "\u200B\n\u00A0"))),
                        "promotionPackage.content.en.body"),
                arguments(promotionPackage(Map.of("en", Map.of("subject", "x"))), "promotionPackage.content.en.body"),
                arguments(promotionPackage(inLocales(61, "x")), "promotionPackage.content"),
                arguments(promotionPackage(inLocales(50, "x".repeat(9_000))), "promotionPackage.content"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void shouldNameTheFieldThatIsWrong(String field, Object value, String named) {
        Answer answer = post("/events", with(draft(), field, value));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isIn("invalid-event", "bad-request");
        assertThat(answer.fields()).containsOnly(named);
        assertThat(answer.body().path("detail").asString()).contains(named);
    }

    @ParameterizedTest
    @MethodSource("wrongPackages")
    void shouldNameThePartOfThePackageThatIsWrong(Object promotionPackage, String named) {
        Answer answer = post("/events", with(draft(), "promotionPackage", promotionPackage));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(named);
    }

    @Test
    void shouldNameAllThatIsWrongAtOnceAndChangeNothing() {
        Answer event = event("DRAFT");
        Map<String, Object> wrong = with(with(with(draft(), "title", ""), "timeZone", "Mars"), "maxRate", -1);
        Answer answer = put("/events/" + event.id(), wrong, event.etag());
        assertThat(answer.fields()).containsExactly("title", "maxRate", "timeZone");
        assertThat(get("/events/" + event.id()).body()).isEqualTo(event.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"title\": \"a\", \"title\": \"b\"}", "{} {}"})
    void shouldRefuseWhatIsNotOneJsonObject(String body) {
        Answer answer = post("/events", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("body");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"startDatetime\": {}}', startDatetime",
        "'{\"audience\": {\"segments\": \"a\"}}', audience.segments",
        "'{\"audience\": {\"segments\": [null]}}', audience",
        "'{\"promotionPackage\": {\"content\": {\"en\": 5}}}', promotionPackage.content.en"
    })
    void shouldNameTheFieldThatIsOfTheWrongKind(String body, String named) {
        Answer answer = post("/events", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(named);
    }

    @Test
    void shouldRefuseHalfACharacter() {
        String json = JSON.writeValueAsString(with(draft(), "title", "Sun X"));
        assertThat(post("/events", json.replace("Sun X", "Sun \\ud83c")).fields())
                .containsExactly("title");
        assertThat(post("/events", json.replace("Sun X", "Sun \\ud83c\\udf1e")).status())
                .isEqualTo(201);
    }

    @Test
    void shouldKeepWhatItWasGivenToTheMicrosecond() {
        Map<String, Object> wanted = with(
                with(draft(), "startDatetime", "2030-05-01T11:00:00.123456789+02:00"),
                "endDatetime",
                "2030-05-03T09:00:00Z");
        JsonNode kept = post("/events", with(wanted, "dispatchTime", "09:00")).body();
        assertThat(kept.path("startDatetime").asString()).isEqualTo("2030-05-01T09:00:00.123456Z");
        assertThat(kept.path("dispatchTime").asString()).startsWith("09:00");
        assertThat(kept.path("timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(kept.path("audience").toString())
                .isEqualTo("{\"segments\":[\"garden\"],\"countries\":[],\"locales\":[]}");
        assertThat(get("/events/" + kept.path("eventId").asString()).body()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Sale\u00A0\u200B,Sale",
                "\uFEFF Cafe\u0301 \u3000now\u2028,Café now",
                "20\u00A0% \u2764\uFE0F \u200E,20\u00A0% \u2764\uFE0F",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645,\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"
            })
    void shouldKeepALineAsItIsSeen(String typed, String kept) {
        Map<String, Object> draft = with(draft(), "title", typed);
        draft.put("promotionPackage", promotionPackage(Map.of("en", Map.of("subject", typed, "body", typed + "\n"))));
        JsonNode event = post("/events", draft).body();
        assertThat(event.path("title").asString()).isEqualTo(kept);
        assertThat(event.at("/promotionPackage/content/en/subject").asString()).isEqualTo(kept);
        assertThat(event.at("/promotionPackage/content/en/body").asString()).doesNotMatch("(?s).*[\\s\u200B\u2028]");
    }

    @Test
    void shouldKeepAudienceValuesAsCustomersCarryThem() {
        JsonNode audience = post(
                        "/events",
                        with(
                                draft(),
                                "audience",
                                Map.of(
                                        "segments",
                                        List.of("\u200Bgarden\u00A0", "garden", "vip \u00A0club", "cafe\u0301\u00AD"),
                                        "countries",
                                        List.of("DE\u00A0"),
                                        "locales",
                                        List.of(" de-AT\uFEFF"))))
                .body()
                .path("audience");
        assertThat(audience.toString())
                .isEqualTo("{\"segments\":[\"garden\",\"vip club\",\"café\"],\"countries\":[\"DE\"],"
                        + "\"locales\":[\"de-AT\"]}");
    }

    private static List<String> many(int count) {
        return IntStream.range(0, count).mapToObj(it -> "segment" + it).toList();
    }

    private static Map<String, Map<String, String>> inLocales(int count, String body) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        content.put("en", TEXTS);
        IntStream.range(1, count)
                .forEach(
                        it -> content.put("en-x-" + (char) ('a' + it % 26) + it, Map.of("subject", "x", "body", body)));
        return content;
    }
}
