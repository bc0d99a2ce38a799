package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class EventListTest extends CalendarTest {

    private static final Instant START = Instant.parse("2031-01-01T00:00:00Z");

    /** In the titles of this test's events, and of no others. */
    private String mark;

    @BeforeEach
    void makeFiveEventsADayApart() {
        mark = "M" + UUID.randomUUID();
        for (int day = 0; day < 5; day++) {
            Instant start = START.plus(Duration.ofDays(day < 2 ? 0 : day));
            Map<String, Object> draft = with(draft(), "title", mark + " 100% no." + day);
            draft.put("startDatetime", start.toString());
            draft.put("endDatetime", start.plus(Duration.ofHours(12)).toString());
            Answer event = post("/events", draft);
            if (day == 3) {
                post("/events/" + event.id() + "/publish", null);
            }
        }
    }

    @Test
    void shouldListNewestFirstInPagesWithoutGapOrRepetition() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/events?limit=2&q=" + mark + cursor).body();
            assertThat(page.path("hasMore").asBoolean())
                    .isEqualTo(!page.path("nextCursor").isNull());
            seen.addAll(titles(page));
            // What comes in meanwhile stands on an earlier page.
            post("/events", with(with(draft(), "title", mark + " new"), "endDatetime", "2032-01-01T00:00:00Z"));
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (cursor != null && seen.size() < 5);
        assertThat(seen.subList(0, 3)).containsExactly("4", "3", "2");
        assertThat(seen.subList(3, 5)).containsExactlyInAnyOrder("0", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "status=PUBLISHED, 3",
        "status=DRAFT, 4 2 1 0",
        "status=DRAFT&status=PUBLISHED, 4 3 2 1 0",
        "'status=DRAFT,PUBLISHED', 4 3 2 1 0",
        "status=CANCELLED, ''",
        "from=2031-01-04T11:59:59Z, 4 3",
        "from=2031-01-04T12:00:00Z, 4",
        "to=2031-01-03T00:00:00Z, 2 1 0",
        "from=2031-01-03T00:00:00Z&to=2031-01-04T00:00:00Z, 3 2",
    })
    void shouldFilterByStatusAndWindow(String filter, String expected) {
        JsonNode page = get("/events?q=" + mark + "&" + filter).body();
        assertThat(titles(page)).containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
        assertThat(page.path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void shouldTakeTheTextLiterallyAndInAnyCase() {
        assertThat(titles(search(mark.toLowerCase(Locale.ROOT) + " 100% NO."))).hasSize(5);
        assertThat(titles(search(mark + " 1_0"))).isEmpty();
        assertThat(titles(search(mark + "\\"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=many, limit",
        "status=PUBLISH, status",
        "from=yesterday, from",
        "from=-100000-01-01T00:00:00Z, from",
        "from=2031-01-02T00:00:00Z&to=2031-01-01T00:00:00Z, to",
        "from=1764547200, from",
        "from=01/02/26, from",
        "to=%2B294277-01-01T00:00:00Z, to",
        "status=0, status",
        "limit=0x10, limit",
        "limit=%D9%A3, limit",
        "limit=%2B5, limit",
        "limit=%205%20, limit",
        "q=%00, q",
        "cursor=, cursor",
        "cursor=nonsense!, cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor"
    })
    void shouldNameTheParameterThatIsWrong(String query, String parameter) {
        Answer answer = get("/events?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(parameter);
    }

    @Test
    void shouldRefuseACursorWithAnyCharacterChanged() {
        String cursor =
                get("/events?limit=1&q=" + mark).body().path("nextCursor").asString();
        assertThat(get("/events?cursor=" + cursor).status()).isEqualTo(200);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            Answer refused = get("/events?cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1));
            assertThat(refused.problem()).isEqualTo("bad-cursor");
        }
        assertThat(get("/events?cursor=" + cursor + "=").status()).isEqualTo(400);
    }

    private JsonNode search(String text) {
        return get("/events?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .body();
    }

    private static List<String> titles(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("title").asString())
                .map(it -> it.substring(it.indexOf("no.") + 3))
                .toList();
    }
}
