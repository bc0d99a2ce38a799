package io.promo.inbox.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.customer.CustomerForgotten;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreferencesTest extends InboxTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

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
    void shouldTakeOverAnImportedUnsubscriptionAndSayWhoImportedIt() {
        imported("operator");
        await().atMost(BOUND).untilAsserted(() -> assertThat(unsubscribed()).isTrue());

        change(false);
        imported("admin");
        assertThat(awaitTold(3)).containsExactly("1 true operator", "2 false ", "3 true admin");
        await().atMost(BOUND).untilAsserted(() -> assertThat(unsubscribed()).isTrue());
        change(false);
        assertThat(unsubscribed()).isFalse();
    }

    @Test
    void shouldAnswerAnImportEvenIfTheCustomerHasUnsubscribedBefore() {
        change(true);
        imported("operator");

        assertThat(awaitTold(2)).containsExactly("1 true ", "2 true operator");
        assertThat(as(Role.OWNER)
                        .sql("SELECT imported_by IS NULL FROM preference WHERE user_id = ?")
                        .param(user)
                        .query(Boolean.class)
                        .single())
                .as("the customer was first to say so")
                .isTrue();
    }

    @Test
    void shouldNotRememberTheImportOfACustomerForgottenAfterIt() {
        imported("operator");
        publish(EventType.CUSTOMER_FORGOTTEN, user, new CustomerForgotten(user, Instant.now()));

        assertThat(awaitTold(1)).containsExactly("1 true operator");
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(as(Role.OWNER)
                                .sql("SELECT count(*) FROM preference WHERE user_id = ?")
                                .param(user)
                                .query(Integer.class)
                                .single())
                        .isZero());
    }

    @Test
    void shouldRefuseNeitherYesNorNo() {
        Answer answer = customer().put("/preferences", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("unsubscribed");
        assertThat(customer().put("/preferences", "{\"unsubscribed\":").status())
                .isEqualTo(400);
    }

    private void imported(String by) {
        publish(EventType.UNSUBSCRIPTION_IMPORTED, user, new UnsubscriptionImported(user, by, Instant.now()));
    }

    private boolean unsubscribed() {
        return customer().get("/preferences").json().get("unsubscribed").asBoolean();
    }

    /** Version, unsubscribed and importer of so many changes that dispatch was told of. */
    private List<String> awaitTold(int count) {
        return await().atMost(BOUND)
                .until(
                        () -> awaitEvents(Topic.CUSTOMER_EVENTS, user, count).stream()
                                .filter(event ->
                                        event.get("eventType").asString().equals("PreferenceChanged"))
                                .map(event -> event.at("/payload/version").asInt() + " "
                                        + event.at("/payload/unsubscribed").asBoolean() + " "
                                        + event.at("/payload/imported_by").asString())
                                .toList(),
                        told -> told.size() == count);
    }

    private void change(boolean unsubscribed) {
        Answer answer = customer().put("/preferences", "{\"unsubscribed\":" + unsubscribed + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("unsubscribed").asBoolean()).isEqualTo(unsubscribed);
    }
}
