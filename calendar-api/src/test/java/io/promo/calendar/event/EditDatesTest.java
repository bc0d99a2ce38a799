package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** An edit of a published event says what it does to the dates, and asks before it surprises customers. */
class EditDatesTest extends CalendarTest {

    private Map<String, Object> draft;
    private Answer event;

    /** Today's message is sent as soon as it is published. */
    @BeforeEach
    void publish() {
        draft = with(draft(), "timeZone", zoneFarFromMidnight());
        event = post("/events", draft);
        event = post("/events/" + event.id() + "/publish", null);
    }

    @Test
    void shouldAskBeforeAnotherZoneSendsASecondMessageAtOnce() {
        Map<String, Object> edited = with(draft, "timeZone", zoneOfAnotherDate());

        Answer rehearsed = edit(edited, "?dryRun=true");
        assertThat(rehearsed.status()).isEqualTo(200);
        assertThat(rehearsed.etag()).isEqualTo(event.etag());
        assertThat(rehearsed.body().path("timeZone").asString()).isEqualTo(zoneOfAnotherDate());
        JsonNode dates = rehearsed.body().path("dates");
        assertThat(sent(dates)).contains("AT_ONCE");
        assertThat(dates.path("twiceWithin24Hours").size()).isPositive();
        assertThat(dates.at("/twiceWithin24Hours/0/first/at").asString())
                .isEqualTo(event.body().path("updatedAt").asString());
        assertThat(dates.path("needsConfirmation").asBoolean()).isTrue();

        Answer refused = edit(edited, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("needs-confirmation");
        assertThat(refused.body().path("detail").asString())
                .contains("24 hours", "1 date would be sent at once", "confirm=true");
        assertThat(refused.body().at("/dates/moved").size()
                        + refused.body().at("/dates/added").size())
                .isPositive();
        assertThat(get("/events/" + event.id()).body()).isEqualTo(event.body());

        Answer done = edit(edited, "?confirm=true");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.etag()).isEqualTo("\"3\"");
        assertThat(done.body().at("/dates/twiceWithin24Hours").size()).isPositive();
        assertThat(put("/events/" + event.id(), with(draft, "timeZone", zoneOfAnotherDate()), "\"3\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldAskBeforeAnEarlierDispatchTimeComesWithinADay() {
        LocalTime earlier =
                LocalTime.now(ZoneId.of(zoneFarFromMidnight())).minusHours(2).truncatedTo(ChronoUnit.MINUTES);
        Answer refused = edit(with(draft, "dispatchTime", earlier.toString()), "");
        assertThat(refused.problem()).isEqualTo("needs-confirmation");
        assertThat(refused.body().at("/dates/twiceWithin24Hours").size()).isPositive();
        assertThat(sent(refused.body().path("dates"))).isNotEmpty();
        assertThat(refused.body().path("detail").asString())
                .contains("24 hours")
                .doesNotContain("at once", "another");
    }

    @Test
    void shouldSayThatALaterDispatchTimeIsWhyItAsks() {
        LocalTime later =
                LocalTime.now(ZoneId.of(zoneFarFromMidnight())).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        Answer refused = edit(with(draft, "dispatchTime", later.toString()), "");
        assertThat(refused.problem()).isEqualTo("needs-confirmation");
        assertThat(refused.body().path("detail").asString())
                .contains("another zone or dispatch time")
                .doesNotContain("24 hours", "at once", "never");
    }

    @Test
    void shouldRememberWhatWasSentByTheWindowBefore() {
        // Today's is sent. Moved away by days, and back again: tomorrow's would come too early after today's.
        Instant start = Instant.parse((String) draft.get("startDatetime"));
        Map<String, Object> later =
                with(draft, "startDatetime", start.plus(Duration.ofDays(2)).toString());
        Answer moved = edit(later, "");
        assertThat(moved.status()).isEqualTo(200);
        Map<String, Object> back =
                with(draft, "startDatetime", start.plus(Duration.ofHours(20)).toString());
        Answer refused = put("/events/" + event.id(), back, moved.etag());
        assertThat(refused.problem()).isEqualTo("needs-confirmation");
        assertThat(refused.body().at("/dates/twiceWithin24Hours").size()).isPositive();
    }

    @Test
    void shouldNotAskForWhatSurprisesNobody() {
        Instant end = Instant.parse((String) draft.get("endDatetime"));
        Answer longer =
                edit(with(draft, "endDatetime", end.plus(Duration.ofDays(2)).toString()), "");
        assertThat(longer.status()).isEqualTo(200);
        assertThat(longer.body().at("/dates/added")).hasSize(2);
        assertThat(longer.body().at("/dates/needsConfirmation").asBoolean()).isFalse();

        Answer draftOnly = post("/events", draft);
        Answer edited =
                put("/events/" + draftOnly.id(), with(draft, "timeZone", zoneOfAnotherDate()), draftOnly.etag());
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().path("dates").isNull()).isTrue();
    }

    @Test
    void shouldRefuseInARehearsalWhatWouldBeRefused() {
        assertThat(edit(with(draft, "title", " "), "?dryRun=true").fields()).containsExactly("title");
        Answer stale = send(
                HttpMethod.PUT, "/events/" + event.id() + "?dryRun=true", draft, admin(), Map.of("If-Match", "\"1\""));
        assertThat(stale.problem()).isEqualTo("stale");
    }

    private Answer edit(Map<String, Object> edited, String query) {
        return put("/events/" + event.id() + query, edited, event.etag());
    }

    /** A zone in which it is about noon, and the date that of UTC, so that no test runs into another date. */
    private static String zoneFarFromMidnight() {
        // The sign of Etc zones is turned round.
        int offset = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return "Etc/GMT" + (offset == 0 ? "" : (offset > 0 ? "-" : "+") + Math.abs(offset));
    }

    /** A zone where it is another day than in UTC. */
    private static String zoneOfAnotherDate() {
        boolean late = Instant.now().atZone(ZoneId.of("UTC")).getHour() >= 10;
        return late ? "Pacific/Kiritimati" : "Pacific/Pago_Pago";
    }

    private static List<String> sent(JsonNode dates) {
        return List.of("added", "moved").stream()
                .flatMap(part -> dates.path(part).valueStream())
                .map(date -> date.path("sent").asString())
                .toList();
    }
}
