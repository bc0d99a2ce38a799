package io.promo.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.fuzz.ApiFuzz;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class ApiFuzzTest extends CalendarTest {

    @LocalServerPort
    private int port;

    @Test
    void shouldRefuseWhateverIsWrongWithARequest() {
        event("DRAFT");
        ApiFuzz fuzz = ApiFuzz.of("calendar-api", get("/v3/api-docs").text(), port)
                .sample("eventId", this::anyEvent)
                .sample("If-Match", () -> "\"1\"")
                .sample("title", () -> "Spring sale")
                .sample("kind", () -> "MESSAGE")
                .sample("link", () -> "https://shop.example/spring")
                .sample("defaultLocale", () -> "en")
                .sample("locale", () -> "en")
                .sample("locales", () -> "de-AT")
                .sample("countries", () -> "DE")
                .sample("startDatetime", () -> draft().get("startDatetime").toString())
                .sample("endDatetime", () -> draft().get("endDatetime").toString())
                .sample("timeZone", () -> "Europe/Berlin")
                .sample("dispatchTime", () -> "09:00");

        assertThat(fuzz.faults()).isEmpty();
    }

    /** Events come and go while requests that happen to be right make and delete them. */
    private String anyEvent() {
        return jdbc.sql("SELECT event_id::text FROM promotion_event ORDER BY random() LIMIT 1")
                .query(String.class)
                .optional()
                .orElse("00000000-0000-4000-8000-000000000001");
    }
}
