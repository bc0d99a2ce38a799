package io.promo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.promo.bench.client.RestClient;
import io.promo.bench.oracle.Delivery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The main job with real tokens: published, dispatched, read, ended. */
@ExtendWith(Stack.Extension.class)
class PathIT {

    private final Stack stack;

    PathIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void shouldReachEveryEligibleCustomerOnceAndShowItUntilTheEventIsCancelled() throws Exception {
        int before = unread();
        UUID eventId = stack.published("Everyone", 0);
        String runId = stack.runOf(eventId);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stack.run(runId).path("state").asString().equals("COMPLETED"));

        LocalDate date = LocalDate.parse(stack.run(runId).path("dispatchDate").asString());
        Delivery delivery = stack.oracle().delivery(eventId, date);
        assertThat(delivery.exact()).isTrue();
        assertThat(delivery.customers()).isEqualTo(Stack.CUSTOMERS);
        assertThat(delivery.eligible()).isPositive().isLessThan(Stack.CUSTOMERS);

        JsonNode message = message(eventId);
        assertThat(message.path("subject").asString())
                .startsWith("Everyone for ")
                .doesNotContain("{{");
        assertThat(message.path("state").asString()).isEqualTo("LIVE");
        assertThat(unread()).isEqualTo(before + 1);

        stack.admin.post(stack.calendar("/events/" + eventId + "/cancel"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(message(eventId).path("state").asString()).isEqualTo("CANCELLED");
            assertThat(unread()).isEqualTo(before);
        });
    }

    @Test
    void shouldRefuseToPublishTwice() throws Exception {
        Map<String, Object> forNobody = Stack.event("Twice", 0);
        forNobody.put("audience", Map.of("segments", List.of("nobody")));
        UUID eventId = stack.published(forNobody);
        assertThatThrownBy(() -> stack.admin.post(stack.calendar("/events/" + eventId + "/publish")))
                .hasMessageContaining("answered 409")
                .hasMessageContaining("is PUBLISHED and cannot be published");
    }

    @Test
    void shouldLetRolesAndAudiencesOfRealTokensDecide() throws Exception {
        assertThat(status(stack.calendar("/events"))).isEqualTo(401);
        assertThat(status(stack.dispatch("/runs"))).isEqualTo(401);
        assertThat(status(stack.inbox("/messages"))).isEqualTo(401);
        assertThatThrownBy(() -> stack.anna.get(stack.dispatch("/runs"))).hasMessageContaining("answered 403");
        assertThatThrownBy(() -> stack.admin.get(stack.inbox("/messages"))).hasMessageContaining("answered 403");
        var viewer = new RestClient(stack.processes.status().urls().keycloak(), "viewer", "viewer");
        assertThat(viewer.get(stack.calendar("/events")).has("items")).isTrue();
        assertThatThrownBy(() -> viewer.post(stack.calendar("/events"), Stack.event("No", 0)))
                .hasMessageContaining("answered 403");
        var shop = new RestClient(stack.processes.status().urls().keycloak(), "anna", "anna", "promo-shop");
        assertThat(shop.get(stack.inbox("/messages/unread-count")).has("count")).isTrue();
        assertThatThrownBy(() -> shop.get(stack.calendar("/events"))).hasMessageContaining("answered 401");
    }

    private int unread() throws Exception {
        return stack.anna
                .get(stack.inbox("/messages/unread-count"))
                .required("count")
                .asInt();
    }

    private JsonNode message(UUID eventId) throws Exception {
        for (JsonNode message :
                stack.anna.get(stack.inbox("/messages?limit=100")).required("items")) {
            if (message.path("eventId").asString().equals(eventId.toString())) {
                return message;
            }
        }
        throw new AssertionError("Anna has no message of event " + eventId);
    }

    private static int status(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
