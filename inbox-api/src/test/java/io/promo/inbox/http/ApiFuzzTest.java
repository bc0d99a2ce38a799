package io.promo.inbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.InboxTest;
import io.promo.stack.testing.TestToken;
import io.promo.stack.testing.fuzz.ApiFuzz;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class ApiFuzzTest extends InboxTest {

    @LocalServerPort
    private int port;

    @Test
    void shouldRefuseWhateverIsWrongWithARequest() throws Exception {
        UUID caller = TestToken.of("customer").subject();
        UUID event = UUID.randomUUID();
        UUID message = deliver(caller, event, today, template(event, SUBJECT, "Come in"));
        String upTo = customer(caller).get("/messages").json().get("upTo").asString();
        ApiFuzz fuzz = ApiFuzz.of(
                        "inbox-api", customer().get("/v3/api-docs").response().body(), port)
                .sample("messageId", message::toString)
                .sample("upTo", () -> upTo)
                .sample("user", caller::toString)
                .sample("event", event::toString);

        assertThat(fuzz.faults()).isEmpty();
    }
}
