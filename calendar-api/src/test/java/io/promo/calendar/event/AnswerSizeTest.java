package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** However long events are and however often they were changed, an answer stays small. */
class AnswerSizeTest extends CalendarTest {

    private static final int MEGABYTE = 1_000_000;

    /** More than the largest page has. */
    private static final int EDITS = 105;

    @Test
    void shouldAnswerTheHistoryOfALargeEventInSmallPages() {
        Answer event = post("/events", large("Edit 0"));
        for (int edit = 1; edit <= EDITS; edit++) {
            event = put("/events/" + event.id(), large("Edit " + edit), event.etag());
        }

        List<String> seen = new ArrayList<>();
        Answer page = get("/events/" + event.id() + "/history");
        assertThat(page.body().path("items")).hasSize(20);
        page = get("/events/" + event.id() + "/history?limit=100");
        while (page != null) {
            assertThat(page.text()).hasSizeLessThan(MEGABYTE);
            page.body()
                    .path("items")
                    .forEach(item -> seen.add(item.path("version").asString()));
            page = page.body().path("hasMore").asBoolean()
                    ? get("/events/" + event.id() + "/history?limit=100&cursor="
                            + page.body().path("nextCursor").asString())
                    : null;
        }
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(0, EDITS)
                        .mapToObj(edit -> Integer.toString(EDITS + 1 - edit))
                        .toList());
        JsonNode change =
                get("/events/" + event.id() + "/history?limit=1").body().at("/items/0/changes");
        assertThat(change.at("/promotionPackage/from/content/de/body").asString())
                .endsWith("Edit " + (EDITS - 1));
        assertThat(change.at("/promotionPackage/to/content/de/body").asString()).endsWith("Edit " + EDITS);
    }

    @Test
    void shouldKeepOldAndNewOfSmallFieldsAndWhatDiffersOfLongOnes() {
        String body = "The garden opens.\n".repeat(500);
        Map<String, Object> draft = with(draft(), "description", "x".repeat(9_000));
        draft.put(
                "promotionPackage",
                promotionPackage(Map.of(
                        "en",
                        Map.of("subject", "Hello", "body", body),
                        "fr",
                        Map.of("subject", "Salut", "body", "Oui"))));
        draft.put("audience", Map.of("segments", segments(0)));
        Answer event = post("/events", draft);
        draft.put("title", "Summer sale");
        draft.put("description", "x".repeat(4_500) + "y".repeat(4_500));
        draft.put(
                "promotionPackage",
                promotionPackage(Map.of("en", Map.of("subject", "Goodbye", "body", body + "It closes at six.\n"))));
        draft.put("audience", Map.of("segments", segments(1)));
        put("/events/" + event.id(), draft, event.etag());

        Answer history = get("/events/" + event.id() + "/history");
        JsonNode changes = history.body().at("/items/0/changes");
        assertThat(history.text()).hasSizeLessThan(12_000);
        assertThat(changes.at("/title/from").asString()).isEqualTo("Spring sale");
        assertThat(changes.at("/title/to").asString()).isEqualTo("Summer sale");
        assertThat(changes.at("/promotionPackage/from/content/en/subject").asString())
                .isEqualTo("Hello");
        assertThat(changes.at("/promotionPackage/to/content/en/body").asString())
                .endsWith("It closes at six.");
        assertThat(changes.at("/promotionPackage/from/content/fr/body").asString())
                .isEqualTo("Oui");
        assertThat(changes.at("/promotionPackage/to/content").has("fr")).isFalse();
        assertThat(changes.at("/promotionPackage/to").has("link")).isFalse();
        assertThat(changes.at("/description/to").asString())
                .startsWith("…")
                .contains("xy")
                .endsWith("…");
        assertThat(changes.at("/audience/from/segments").valueStream().map(JsonNode::asString))
                .contains("s".repeat(60) + 0)
                .doesNotContain("s".repeat(60) + 50);
    }

    /** As versions before this one wrote them: the whole package before and after. */
    @Test
    void shouldAnswerOldEntriesWithWholeCopiesInSmallPages() {
        Answer event = post("/events", draft());
        String copies = JSON.writeValueAsString(Map.of(
                "promotionPackage",
                Map.of(
                        "from",
                        large("Old").get("promotionPackage"),
                        "to",
                        large("New").get("promotionPackage"))));
        for (int version = 2; version <= 9; version++) {
            jdbc.sql("""
                    INSERT INTO event_audit (event_id, actor, action, from_status, to_status, version, changes)
                    VALUES (?::uuid, 'admin', 'EDIT', 'DRAFT', 'DRAFT', ?, ?::jsonb)""").params(event.id(), version, copies).update();
        }
        Answer page = get("/events/" + event.id() + "/history?limit=100");
        assertThat(page.text()).hasSizeLessThan(2 * MEGABYTE);
        assertThat(page.body().path("hasMore").asBoolean()).isTrue();
        int seen = page.body().path("items").size();
        while (page.body().path("hasMore").asBoolean()) {
            page = get("/events/" + event.id() + "/history?limit=100&cursor="
                    + page.body().path("nextCursor").asString());
            seen += page.body().path("items").size();
        }
        assertThat(seen).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "cursor=, cursor",
        "cursor=x, cursor",
        "cursor=-1, cursor",
        "cursor=\u0663, cursor"
    })
    void shouldNameTheParameterThatIsWrong(String query, String parameter) {
        Answer event = event("DRAFT");
        Answer refused = get("/events/" + event.id() + "/history?" + query.replace("\u0663", "%D9%A3"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly(parameter);
    }

    @Test
    void shouldListLargeEventsWithoutTheirTexts() {
        String mark = "M" + UUID.randomUUID();
        for (int event = 0; event < 12; event++) {
            assertThat(post("/events", with(large("Many"), "title", mark)).status())
                    .isEqualTo(201);
        }
        Answer list = get("/events?limit=100&q=" + mark);
        assertThat(list.body().path("items")).hasSize(12);
        assertThat(list.text()).hasSizeLessThan(20_000);
        JsonNode item = list.body().at("/items/0");
        assertThat(item.propertyNames())
                .contains(
                        "eventId",
                        "title",
                        "status",
                        "version",
                        "startDatetime",
                        "endDatetime",
                        "timeZone",
                        "dispatchTime",
                        "maxRate",
                        "createdBy",
                        "updatedAt")
                .doesNotContain("promotionPackage", "description", "audience");
        assertThat(get("/events/" + item.path("eventId").asString()).body().has("promotionPackage"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void shouldDrawACalendarOfLargeAudiences(int events) {
        Instant start = Instant.parse("2150-01-01T00:00:00Z").plus(Duration.ofDays(10L * events));
        for (int event = 0; event < events; event++) {
            Map<String, Object> draft = large("Many");
            draft.put("startDatetime", start.toString());
            draft.put("endDatetime", start.plus(Duration.ofHours(2)).toString());
            draft.put("audience", Map.of("segments", wide(100)));
            assertThat(post("/events", draft).status()).isEqualTo(201);
        }
        Answer calendar = get("/events/calendar?from=" + start + "&to=" + start.plus(Duration.ofHours(1)));
        assertThat(calendar.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(MEGABYTE);
        assertThat(calendar.body().path("truncated").asBoolean()).isEqualTo(events == 40);
        assertThat(calendar.body().path("items").size()).isPositive();
    }

    private static List<String> segments(int from) {
        return IntStream.range(from, from + 100)
                .mapToObj(it -> "s".repeat(60) + it)
                .toList();
    }

    private static List<String> wide(int values) {
        return IntStream.range(0, values)
                .mapToObj(it -> "\u0e01".repeat(60) + it)
                .toList();
    }

    /** About 247 kB as JSON: 26 locales, each with nearly as much as a body may have. */
    private static Map<String, Object> large(String last) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (char language = 'a'; language <= 'z'; language++) {
            content.put("d" + language, Map.of("subject", "Grüße", "body", "20 % off. ".repeat(930) + last));
        }
        content.put("en", Map.of("subject", "Hello", "body", "20 % off"));
        return new LinkedHashMap<>(with(draft(), "promotionPackage", promotionPackage(content)));
    }
}
