package io.promo.dispatch.explain;

import static io.promo.dispatch.Promotions.around;
import static io.promo.dispatch.Promotions.next;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.Promotions;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ManagerTest
class ExplainTest {

    @Autowired
    Api api;

    @Autowired
    Promotions promotions;

    @Autowired
    JdbcClient jdbc;

    private final UUID user = UUID.randomUUID();
    private UUID event;

    @BeforeEach
    void missedYesterdayDueTodayAndTomorrow() {
        customer(user);
        PromotionChanged all = around(1, 2);
        event = promotions.publish(new PromotionChanged(
                all.eventId(),
                1,
                "PUBLISHED",
                "Sale",
                all.startDatetime(),
                all.endDatetime(),
                all.timeZone(),
                "00:00",
                null,
                Promotions.OFFER,
                new Audience(List.of(), List.of("DE", "AT"), List.of())));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("SELECT count(*) FROM run WHERE event_id = ?")
                                .param(event)
                                .query(Long.class)
                                .single()
                        == 2);
    }

    @Test
    void shouldExplainEveryDateUpToTheNextOne() {
        assertThat(outcomes(explain(""))).containsExactly("DATE_MISSED", "IN_PROGRESS", "NOT_YET_DUE");
        assertThat(outcome(today().plusDays(9))).isEqualTo("NOTHING_DUE");
    }

    @Test
    void shouldOfferABackfillOnlyOfDatesThatTheEventStillHas() {
        LocalDate yesterday = today().minusDays(1);
        assertThat(detail(yesterday)).contains("a backfill sends it");
        PromotionChanged shorter = around(0, 2);
        promotions.publish(new PromotionChanged(
                event,
                2,
                "PUBLISHED",
                "Sale",
                shorter.startDatetime(),
                shorter.endDatetime(),
                shorter.timeZone(),
                "00:00",
                null,
                Promotions.OFFER,
                Audience.EVERYONE));

        assertThat(detail(yesterday))
                .contains("went by unsent")
                .contains("no longer has")
                .doesNotContain("backfill");
        assertThat(api.post("/backfills", Map.of("eventId", event, "from", yesterday, "to", yesterday, "mode", "all"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldSayWhenEventOrCustomerAreNotKnown() {
        assertThat(outcomes(api.get("/explain?user=" + user + "&event=" + UUID.randomUUID())))
                .containsExactly("NOT_KNOWN");
        assertThat(outcomes(api.get("/explain?user=" + UUID.randomUUID() + "&event=" + event)))
                .containsExactly("NOT_A_CUSTOMER");
        api.post("/audience/forget", Map.of("userId", user));
        assertThat(outcomes(explain(""))).containsExactly("FORGOTTEN");
    }

    @Test
    void shouldTellTheEndsOfARunApart() {
        run("state = 'COMPLETED'");
        assertThat(outcome(today())).isEqualTo("ELIGIBLE_DISPATCHED");
        run("state = 'FAILED', reason = 'no more disk'");
        assertThat(explain("&date=" + today()).body().at("/items/0/detail").asString())
                .contains("FAILED: no more disk");
        assertThat(outcome(today())).isEqualTo("RUN_FAILED");
        run("state = 'STOPPED'");
        assertThat(outcome(today())).isEqualTo("RUN_STOPPED");
        run("state = 'CANCELLED'");
        assertThat(outcome(today())).isEqualTo("RUN_CANCELLED");
    }

    @Test
    void shouldTellWhyACustomerWasLeftOut() {
        run("state = 'COMPLETED'");
        customer("country = 'FR'");
        assertThat(explain("&date=" + today()).body().at("/items/0/detail").asString())
                .contains("one of the countries [DE, AT]")
                .contains("country FR");
        assertThat(outcome(today())).isEqualTo("OUTSIDE_RULE");
        customer("unsubscribed = true, unsubscribed_at = now() - interval '1 hour'");
        assertThat(outcome(today())).isEqualTo("UNSUBSCRIBED");
        customer("changed_at = now() + interval '1 hour'");
        assertThat(outcome(today())).isEqualTo("CHANGED_SINCE");
        customer("imported_at = now() + interval '1 hour'");
        assertThat(outcome(today())).isEqualTo("IMPORTED_LATER");
    }

    @Test
    void shouldNotSayThatALaterUnsubscriptionWasBeforeTheChunk() {
        run("state = 'COMPLETED'");
        jdbc.sql("""
                        INSERT INTO run_unsubscribed (user_id, run_id, passed_at)
                        SELECT ?, run_id, now() - interval '1 hour' FROM run WHERE event_id = ? AND dispatch_date = ?
                        """).params(user, event, today()).update();
        customer("unsubscribed = true, unsubscribed_at = now() - interval '2 hours'");
        assertThat(detail(today())).contains("the customer unsubscribed at").doesNotContain("again");

        customer("unsubscribed_at = now() - interval '30 minutes'");
        assertThat(outcome(today())).isEqualTo("UNSUBSCRIBED");
        assertThat(detail(today()))
                .contains("the customer had unsubscribed before their chunk of run")
                .contains("once more at");

        customer("unsubscribed = false, unsubscribed_at = NULL");
        assertThat(outcome(today())).isEqualTo("UNSUBSCRIBED");
        assertThat(detail(today())).contains("and subscribed again since");
    }

    @Test
    void shouldKnowTheCustomerByTheAddressToo() {
        String address = "ann." + user + "+x@example.org";
        customer("email = '" + address + "'");

        Answer known = explainTo(address.toUpperCase(Locale.ROOT));
        assertThat(known.body().path("userId").asString()).isEqualTo(user.toString());
        assertThat(outcomes(known)).containsExactly("DATE_MISSED", "IN_PROGRESS", "NOT_YET_DUE");

        Answer unknown = explainTo("nobody@example.org");
        assertThat(unknown.body().path("userId").isNull()).isTrue();
        assertThat(outcomes(unknown)).containsExactly("NOT_A_CUSTOMER");

        UUID other = UUID.randomUUID();
        customer(other);
        jdbc.sql("UPDATE customer SET email = ? WHERE user_id = ?")
                .params(address, other)
                .update();
        Answer several = explainTo(address);
        assertThat(several.status()).isEqualTo(400);
        assertThat(several.body().at("/errors/0/message").asString()).contains(user.toString(), other.toString());
        assertThat(explainTo("Ann").body().at("/errors/0/field").asString()).isEqualTo("user");
    }

    @Test
    void shouldSayThatTheEventWasCancelled() {
        PromotionChanged cancelled = next(next(around(0, 1), "PUBLISHED", "x"), "CANCELLED", "Off");
        event = promotions.publish(cancelled);
        assertThat(outcomes(explain(""))).containsOnly("EVENT_CANCELLED");
    }

    @Test
    void shouldNameTheParameterThatIsMissing() {
        Answer answer = api.get("/explain?user=" + user);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("event");
        assertThat(api.get("/explain?event=1&user=" + user).status()).isEqualTo(400);
    }

    private String outcome(LocalDate date) {
        List<String> outcomes = outcomes(explain("&date=" + date));
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private String detail(LocalDate date) {
        return explain("&date=" + date).body().at("/items/0/detail").asString();
    }

    private Answer explain(String more) {
        return api.get("/explain?user=" + user + "&event=" + event + more);
    }

    private Answer explainTo(String whom) {
        return api.get("/explain?user=" + URLEncoder.encode(whom, StandardCharsets.UTF_8) + "&event=" + event);
    }

    private static List<String> outcomes(Answer answer) {
        return answer.body()
                .get("items")
                .valueStream()
                .map((JsonNode item) -> item.get("outcome").asString())
                .toList();
    }

    private void customer(UUID userId) {
        jdbc.sql("""
                        INSERT INTO customer (user_id, display_name, country, imported_at, changed_at)
                        VALUES (?, 'Ann', 'DE', now() - interval '1 day', now() - interval '1 day')
                        """).param(userId).update();
    }

    private void customer(String change) {
        jdbc.sql("UPDATE customer SET " + change + " WHERE user_id = ?")
                .param(user)
                .update();
    }

    /** Of today, taken from whoever drives it. */
    private void run(String change) {
        jdbc.sql("UPDATE run SET desired = 'STOPPED', owner = NULL, " + change
                        + " WHERE event_id = ? AND dispatch_date = ?")
                .params(event, today())
                .update();
    }
}
