package io.promo.inbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.InboxTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveriesTest extends InboxTest {

    @Test
    void shouldTellStaffWhatACustomerGotOfAnEventButNotWhatItSaid() {
        UUID event = UUID.randomUUID();
        UUID first = deliver(event, today.minusDays(1));
        UUID second = deliver(event, today);
        deliver(UUID.randomUUID(), today);
        customer().put("/messages/" + first + "/read");

        JsonNode items = staff("viewer")
                .get("/admin/deliveries?user=" + user + "&event=" + event)
                .json()
                .get("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("messageId").asString()).isEqualTo(second.toString());
        assertThat(items.get(0).get("dispatchDate").asString()).isEqualTo(today.toString());
        assertThat(items.get(0).get("read").asBoolean()).isFalse();
        assertThat(items.get(1).get("messageId").asString()).isEqualTo(first.toString());
        assertThat(items.get(1).get("read").asBoolean()).isTrue();
        assertThat(items.get(1).get("readAt").isNull()).isFalse();
        assertThat(items.get(1).has("subject")).isFalse();
    }

    @Test
    void shouldTellOfNothingWhereNothingWasSent() {
        JsonNode list = staff("operator")
                .get("/admin/deliveries?user=" + user + "&event=" + UUID.randomUUID())
                .json();

        assertThat(list.get("items")).isEmpty();
    }
}
