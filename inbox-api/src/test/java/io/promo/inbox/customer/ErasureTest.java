package io.promo.inbox.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.customer.CustomerForgotten;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureTest extends InboxTest {

    @Test
    void shouldEraseAForgottenCustomerAndNobodyElse() {
        UUID event = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        deliver(event, today);
        deliver(event, today.minusDays(40));
        deliver(other, event, today, template(event, SUBJECT, ""));
        customer().put("/preferences", "{\"unsubscribed\":true}");

        publish(EventType.CUSTOMER_FORGOTTEN, user, new CustomerForgotten(user, Instant.now()));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(rows("inbox_message", user)).isZero();
            assertThat(rows("preference", user)).isZero();
        });
        assertThat(rows("inbox_message", other)).isEqualTo(1);
        assertThat(customer().get("/messages").json().get("items")).isEmpty();
    }

    private int rows(String table, UUID id) {
        return as(Role.OWNER)
                .sql("SELECT count(*) FROM " + table + " WHERE user_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
