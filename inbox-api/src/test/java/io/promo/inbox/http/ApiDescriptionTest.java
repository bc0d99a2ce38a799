package io.promo.inbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.InboxTest;
import io.promo.stack.testing.ApiDocument;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest extends InboxTest {

    @Test
    void shouldServeTheApiThatTheScreensAreBuiltOn() throws Exception {
        ApiDocument document = ApiDocument.of(
                "inbox", customer().get("/v3/api-docs").response().body());
        assertThat(document.committed()).as(ApiDocument.remedy()).isEqualTo(document.served());
    }
}
