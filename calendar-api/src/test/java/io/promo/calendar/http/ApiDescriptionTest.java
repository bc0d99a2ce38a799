package io.promo.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.ApiDocument;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends CalendarTest {

    private String served;
    private JsonNode api;

    @BeforeEach
    void fetch() {
        Answer answer = send(HttpMethod.GET, "/v3/api-docs", null, null, Map.of());
        served = answer.text();
        api = answer.body();
    }

    @Test
    void shouldServeTheApiThatTheScreensAreBuiltOn() throws Exception {
        ApiDocument document = ApiDocument.of("calendar", served);
        assertThat(document.committed()).as(ApiDocument.remedy()).isEqualTo(document.served());
    }

    @ParameterizedTest
    @CsvSource({
        "/events, get, 200 400 401 403",
        "/events, post, 201 400 401 403 422",
        "/events/calendar, get, 200 400 401 403",
        "/events/{eventId}, get, 200 400 401 403 404",
        "/events/{eventId}, put, 200 400 401 403 404 409 412 422 428",
        "/events/{eventId}, delete, 204 400 401 403 404 409 412 428",
        "/events/{eventId}/publish, post, 200 400 401 403 404 409 412 422",
        "/events/{eventId}/cancel, post, 200 400 401 403 404 409 412 422",
        "/events/{eventId}/copy, post, 201 400 401 403 404 422",
        "/events/{eventId}/test-send, post, 202 400 401 403 404 409 422",
        "/events/{eventId}/history, get, 200 400 401 403 404",
        "/events/preview, post, 200 400 401 403"
    })
    void shouldSayWhatAnOperationAnswers(String path, String method, String statuses) {
        JsonNode operation = api.path("paths").path(path).path(method);
        assertThat(operation.path("responses").propertyNames()).containsExactlyInAnyOrder(statuses.split(" "));
        assertThat(operation
                        .at("/responses/400/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(operation.path("summary").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Problem, type title status detail instance",
        "EventDraft, title promotionPackage startDatetime endDatetime timeZone",
        "EventPage, items hasMore",
        "EventPreview, subject body dates",
        "PromotionPackage, kind defaultLocale content"
    })
    void shouldSayWhichFieldsAreAlwaysThere(String schema, String fields) {
        assertThat(api.at("/components/schemas/" + schema + "/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void shouldDescribeAnEventAsItIsAnswered() {
        assertThat(api.at("/components/schemas/Event/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(event("DRAFT").body().propertyNames());
        assertThat(api.at("/paths/~1events/post/responses/201/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Event");
    }
}
