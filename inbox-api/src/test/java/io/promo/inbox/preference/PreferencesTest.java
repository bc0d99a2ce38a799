package io.promo.inbox.preference;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.events.Topic;
import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreferencesTest extends InboxTest {

    @Test
    void shouldBeSubscribedUntilToldOtherwise() {
        assertThat(customer().get("/preferences").json().get("unsubscribed").asBoolean())
                .isFalse();
    }

    @Test
    void shouldTellDispatchOfEachChangeAndOfNothingElse() {
        change(true);
        change(true);
        assertThat(customer().get("/preferences").json().get("unsubscribed").asBoolean())
                .isTrue();
        change(false);

        List<JsonNode> told = awaitEvents(Topic.CUSTOMER_EVENTS, user, 2);

        assertThat(told).extracting(event -> event.get("eventType").asString()).containsOnly("PreferenceChanged");
        assertThat(told)
                .extracting(event -> event.at("/payload/version").asInt() + " "
                        + event.at("/payload/unsubscribed").asBoolean() + " "
                        + event.at("/payload/user_id").asString())
                .containsExactly("1 true " + user, "2 false " + user);
    }

    @Test
    void shouldPassOnTheFirstWordEvenIfItSaysWhatTheInboxAssumes() {
        // The customer may have been imported as unsubscribed, which only dispatch knows.
        change(false);

        assertThat(awaitEvents(Topic.CUSTOMER_EVENTS, user, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.at("/payload/unsubscribed").asBoolean())
                        .isFalse());
    }

    @Test
    void shouldRefuseNeitherYesNorNo() {
        Answer answer = customer().put("/preferences", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("unsubscribed");
        assertThat(customer().put("/preferences", "{\"unsubscribed\":").status())
                .isEqualTo(400);
    }

    private void change(boolean unsubscribed) {
        Answer answer = customer().put("/preferences", "{\"unsubscribed\":" + unsubscribed + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("unsubscribed").asBoolean()).isEqualTo(unsubscribed);
    }
}
