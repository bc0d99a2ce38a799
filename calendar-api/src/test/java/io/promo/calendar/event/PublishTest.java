package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.promo.calendar.CalendarTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a draft may be and a published event may not. */
class PublishTest extends CalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Stream<Arguments> notPublishable() {
        return Stream.of(
                arguments(window("2020-05-01T09:00:00Z", "2020-05-03T09:00:00Z"), "endDatetime"),
                arguments(
                        with(window(tomorrowAt("10:00"), tomorrowAt("11:00")), "dispatchTime", "18:00"),
                        "dispatchTime"),
                arguments(
                        with(window(tomorrowAt("10:00"), tomorrowAt("11:00")), "dispatchTime", "11:00"),
                        "dispatchTime"),
                arguments(
                        with(draft(), "promotionPackage", promotionPackage("Hello {{nmae}}")),
                        "promotionPackage.content.en.subject"),
                subject("Hello {{name"),
                subject("Hello {{{name}}}"),
                subject("Hello name}}"),
                subject("Hello {{ {name} }}"),
                subject("{{name}}{{"),
                arguments(with(draft(), "title", "Spring {{name}}"), "title"),
                arguments(
                        with(
                                draft(),
                                "promotionPackage",
                                promotionPackage(Map.of(
                                        "en",
                                        Map.of("subject", "Hello", "body", "{{name}}"),
                                        "de-AT",
                                        Map.of("subject", "Servus", "body", "{{ vorname }}")))),
                        "promotionPackage.content.de-AT.body"));
    }

    private static Arguments subject(String subject) {
        return arguments(
                with(draft(), "promotionPackage", promotionPackage(subject)), "promotionPackage.content.en.subject");
    }

    @Test
    void shouldSayWhereABraceIsWrong() {
        Map<String, String> texts = Map.of("subject", "{ {{name}} }", "body", "Hello {{name}},\n  only {{{title}}}!");
        Answer draft = post("/events", with(draft(), "promotionPackage", promotionPackage(Map.of("en", texts))));
        Answer refused = post("/events/" + draft.id() + "/publish", null);
        assertThat(refused.fields()).containsExactly("promotionPackage.content.en.body");
        assertThat(refused.body().at("/errors/0/message").asString()).contains("line 2, character 8");
    }

    @ParameterizedTest
    @MethodSource("notPublishable")
    void shouldKeepAsADraftButNotPublish(Map<String, Object> wanted, String named) {
        Answer draft = post("/events", wanted);
        assertThat(draft.status()).isEqualTo(201);
        Answer refused = post("/events/" + draft.id() + "/publish", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("not-publishable");
        assertThat(refused.fields()).containsExactly(named);
        assertThat(get("/events/" + draft.id()).body()).isEqualTo(draft.body());
    }

    @ParameterizedTest
    @MethodSource("notPublishable")
    void shouldNotLetAPublishedEventBecomeSuch(Map<String, Object> wanted, String named) {
        Answer published = event("PUBLISHED");
        Answer refused = put("/events/" + published.id(), wanted, published.etag());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly(named);
        assertThat(get("/events/" + published.id()).body()).isEqualTo(published.body());
    }

    @Test
    void shouldPublishAWindowThatHoldsOneDispatchTime() {
        Answer draft =
                post("/events", with(window(tomorrowAt("10:00"), tomorrowAt("11:00")), "dispatchTime", "10:59:59"));
        assertThat(post("/events/" + draft.id() + "/publish", null).status()).isEqualTo(200);
    }

    static Stream<Arguments> keptBefore() {
        return Stream.of(
                arguments(
                        "promotion_package",
                        "jsonb_set(promotion_package, '{link}', '\"https://user@shop.example/\"')",
                        "promotionPackage.link"),
                arguments(
                        "promotion_package",
                        "jsonb_set(promotion_package, '{content,en,subject}', to_jsonb('Hello' || U&'\\2028' || 'you'))",
                        "promotionPackage.content.en.subject"),
                arguments(
                        "audience",
                        "'{\"segments\":[],\"countries\":[\"Germany\"],\"locales\":[]}'",
                        "audience.countries"),
                arguments("title", "'Spring' || U&'\\2029' || 'sale'", "title"));
    }

    /** A draft may have been kept by an earlier release that had fewer rules. Dispatch has today's. */
    @ParameterizedTest
    @MethodSource("keptBefore")
    void shouldNotPublishWhatMayNotBeKeptAnyMore(String column, String value, String named) {
        Answer draft = event("DRAFT");
        jdbc.sql("UPDATE promotion_event SET " + column + " = " + value + " WHERE event_id = ?::uuid")
                .param(draft.id())
                .update();

        Answer refused = post("/events/" + draft.id() + "/publish", null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("not-publishable");
        assertThat(refused.fields()).containsExactly(named);
        assertThat(get("/events/" + draft.id()).body().path("status").asString())
                .isEqualTo("DRAFT");
    }

    private static Map<String, Object> window(String start, String end) {
        return with(with(draft(), "startDatetime", start), "endDatetime", end);
    }

    private static String tomorrowAt(String time) {
        return ZonedDateTime.of(LocalDate.now(BERLIN).plusDays(1), LocalTime.parse(time), BERLIN)
                .toInstant()
                .toString();
    }
}
