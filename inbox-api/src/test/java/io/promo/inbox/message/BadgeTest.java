package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the badge counts, and that the list of unread messages agrees with it. */
class BadgeTest extends InboxTest {

    @Test
    void shouldListOnlyWhatIsUnreadAndLive() {
        UUID read = deliver(UUID.randomUUID(), today);
        UUID cancelled = UUID.randomUUID();
        eventState(cancelled, "CANCELLED", "1 day");
        deliver(cancelled, today);
        UUID unread = deliver(UUID.randomUUID(), today);
        customer().put("/messages/" + read + "/read");

        JsonNode list = customer().get("/messages?status=unread").json();

        assertThat(list.get("items")).hasSize(1);
        assertThat(list.at("/items/0/messageId").asString()).isEqualTo(unread.toString());
        assertThat(customer().get("/messages?status=all").json().get("items")).hasSize(3);
        assertBadge(1, false);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED,-1 second,ENDED",
        "EXPIRED,1 hour,ENDED",
        "CANCELLED,1 hour,CANCELLED",
        "PUBLISHED,1 hour,LIVE"
    })
    void shouldShowMessagesEndWithTheirEventAndCountOnlyLiveOnes(String status, String endsIn, String state) {
        UUID event = UUID.randomUUID();
        eventState(event, status, endsIn);
        UUID id = deliver(event, today);
        int live = state.equals("LIVE") ? 1 : 0;

        assertThat(customer().get("/messages/" + id).json().get("state").asString())
                .isEqualTo(state);
        assertThat(customer().get("/messages/unread-count").json().get("count").asInt())
                .isEqualTo(live);
        assertThat(customer().get("/messages?status=unread").json().get("items"))
                .hasSize(live);
    }

    @Test
    void shouldCapTheBadgeAtAHundred() {
        UUID template = template(UUID.randomUUID(), SUBJECT, "");
        for (int i = 0; i < 100; i++) {
            deliver(user, UUID.randomUUID(), today.minusDays(i % 10), template);
        }
        assertBadge(100, false);

        UUID one = deliver(UUID.randomUUID(), today);
        assertBadge(100, true);

        customer().put("/messages/" + one + "/read");
        assertBadge(100, false);
    }

    /** As the listener keeps it, for deliveries that are still to be opened. */
    private void eventState(UUID event, String status, String endsIn) {
        as(Role.OWNER)
                .sql("INSERT INTO event_state VALUES (?, 1, ?, 'Sale', now() + ?::interval)")
                .params(event, status, endsIn)
                .update();
    }

    private void assertBadge(int count, boolean hasMore) {
        JsonNode badge = customer().get("/messages/unread-count").json();
        assertThat(badge.get("count").asInt()).isEqualTo(count);
        assertThat(badge.get("hasMore").asBoolean()).isEqualTo(hasMore);
    }
}
