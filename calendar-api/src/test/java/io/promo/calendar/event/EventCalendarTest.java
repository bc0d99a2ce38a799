package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class EventCalendarTest extends CalendarTest {

    /** In the titles of this test's events, and of no others. */
    private final String mark = "M" + UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "2033-01-01T00:00:00Z, 2033-01-02T00:00:00Z, ''",
        "2033-01-01T00:00:00Z, 2033-01-10T00:00:00Z, long short",
        "2033-01-01T00:00:00Z, 2033-01-09T23:59:59Z, long",
        "2033-01-10T11:59:59Z, 2033-01-10T12:00:00Z, long short",
        "2033-01-10T12:00:00Z, 2033-01-10T12:00:00Z, long",
        "2033-01-10T12:00:01Z, 2033-02-01T00:00:00Z, long",
        "2034-01-03T23:59:59Z, 2034-01-05T00:00:00Z, long",
        "2034-01-04T00:00:00Z, 2034-01-05T00:00:00Z, ''"
    })
    void shouldShowTheEventsThatOverlapATimeEarliestFirst(String from, String to, String expected) {
        Instant start = Instant.parse("2033-01-03T00:00:00Z");
        // As long as a window may be: whoever looks back less far misses its end.
        make("long", start, Duration.ofDays(366));
        make("short", start.plus(Duration.ofDays(7)), Duration.ofHours(12));
        assertThat(titles(calendar(from, to).body()))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void shouldShowWhatACalendarDrawsWithTheStatusByTheClock() {
        Answer event = event("PUBLISHED");
        end(event);
        JsonNode item = calendar(Instant.now().minusSeconds(3600), Instant.now())
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("eventId").asString().equals(event.id()))
                .findFirst()
                .orElseThrow();
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "eventId",
                        "title",
                        "status",
                        "startDatetime",
                        "endDatetime",
                        "timeZone",
                        "dispatchTime",
                        "version",
                        "audience");
        assertThat(item.path("status").asString()).isEqualTo("EXPIRED");
        assertThat(item.at("/audience/segments/0").asString()).isEqualTo("garden");
    }

    @Test
    void shouldNotSendAgainWhatHasNotChanged() {
        Instant from = Instant.parse("2035-01-01T00:00:00Z");
        Answer event = make("kept", from, Duration.ofDays(1));
        Answer first = calendar(from, from);
        assertThat(first.headers().getCacheControl()).isEqualTo("no-cache, private");
        assertThat(again(from, first).status()).isEqualTo(304);

        put("/events/" + event.id(), with(draft("moved", from, Duration.ofDays(1)), "maxRate", 5), event.etag());
        Answer changed = again(from, first);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(titles(changed.body())).containsExactly("moved");
    }

    @Test
    void shouldSayWhenThereAreMoreThanItShows() {
        Instant from = Instant.parse("2036-01-01T00:00:00Z");
        Answer event = make("many", from, Duration.ofDays(1));
        assertThat(calendar(from, from).body().path("truncated").asBoolean()).isFalse();
        jdbc.sql("""
                        INSERT INTO promotion_event (title, promotion_package, audience, start_datetime, end_datetime,
                                                     time_zone, created_by, updated_by)
                        SELECT title, promotion_package, audience, start_datetime, end_datetime, time_zone, '', ''
                        FROM promotion_event, generate_series(1, 2000) WHERE event_id = ?::uuid""").param(event.id()).update();
        JsonNode calendar = calendar(from, from).body();
        assertThat(calendar.path("items").size()).isEqualTo(2000);
        assertThat(calendar.path("truncated").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "to=2031-01-01T00:00:00Z, from",
        "from=2031-01-01T00:00:00Z, to",
        "from=2031-01-01&to=2031-01-01T00:00:00Z, from",
        "from=2031-01-02T00:00:00Z&to=2031-01-01T00:00:00Z, to",
        "from=-100000-01-01T00:00:00Z&to=2031-01-01T00:00:00Z, from"
    })
    void shouldNameTheParameterThatIsWrong(String query, String parameter) {
        Answer answer = get("/events/calendar?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(parameter);
    }

    private Answer make(String title, Instant start, Duration length) {
        return post("/events", draft(title, start, length));
    }

    private Map<String, Object> draft(String title, Instant start, Duration length) {
        Map<String, Object> draft = with(draft(), "title", mark + " " + title);
        draft.put("startDatetime", start.toString());
        draft.put("endDatetime", start.plus(length).toString());
        return draft;
    }

    private Answer calendar(Object from, Object to) {
        return get("/events/calendar?from=" + from + "&to=" + to);
    }

    private Answer again(Instant from, Answer before) {
        Map<String, String> known = Map.of("If-None-Match", before.etag());
        return send(HttpMethod.GET, "/events/calendar?from=" + from + "&to=" + from, null, admin(), known);
    }

    private List<String> titles(JsonNode calendar) {
        return calendar.path("items")
                .valueStream()
                .map(it -> it.path("title").asString())
                .filter(it -> it.startsWith(mark))
                .map(it -> it.substring(mark.length() + 1))
                .toList();
    }
}
