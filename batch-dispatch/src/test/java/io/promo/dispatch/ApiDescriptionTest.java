package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.testing.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ManagerTest
class ApiDescriptionTest {

    @Autowired
    private Api api;

    @Test
    void shouldServeTheApiThatTheScreensAreBuiltOn() throws Exception {
        ApiDocument document =
                ApiDocument.of("dispatch", api.get("/v3/api-docs").body().toString());
        assertThat(document.committed()).as(ApiDocument.remedy()).isEqualTo(document.served());
    }

    @Test
    void shouldDescribeEachListAndTheStreamAsTheyAre() {
        JsonNode paths = api.get("/v3/api-docs").body().path("paths");
        assertThat(answer(paths, "/dead-letters", "application/json")).isEqualTo("DeadLetterPage");
        assertThat(answer(paths, "/schedule", "application/json")).isEqualTo("SchedulePage");
        assertThat(answer(paths, "/outbox", "application/json")).isEqualTo("OutboxPage");
        assertThat(answer(paths, "/runs/{runId}/progress", "text/event-stream")).isEqualTo("RunView");
    }

    private static String answer(JsonNode paths, String path, String mediaType) {
        String reference = paths.path(path)
                .at("/get/responses/200/content")
                .path(mediaType)
                .at("/schema/$ref")
                .asString();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
