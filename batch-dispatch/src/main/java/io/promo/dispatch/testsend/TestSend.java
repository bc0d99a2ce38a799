package io.promo.dispatch.testsend;

import io.promo.dispatch.message.Template;
import io.promo.dispatch.message.Templates;
import io.promo.dispatch.run.Desired;
import io.promo.dispatch.run.FrozenPackage;
import io.promo.dispatch.run.NewRun;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.schedule.Schedule;
import io.promo.dispatch.schedule.Schedules;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.PromotionWindow.DueDate;
import io.promo.events.promotion.TemplateText;
import io.promo.http.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Sends one event to one customer, marked as a test. The test is an event of its own, so that it never stands in the way
 * of the real message; the event's rule and dates do not matter, the customer's unsubscription does.
 */
@Service
class TestSend {

    private static final String MARK = "[Test] ";

    private record Customer(String displayName, String email, String country, String locale, boolean unsubscribed) {}

    private final Schedules schedules;
    private final JdbcClient jdbc;
    private final TestInbox inbox;

    TestSend(Schedules schedules, JdbcClient jdbc, TestInbox inbox) {
        this.schedules = schedules;
        this.jdbc = jdbc;
        this.inbox = inbox;
    }

    /**
     * Sends it, or says what would be sent.
     *
     * @param tried the event as it is to be tried out
     * @param testId the test's own event, by which it is delivered once
     * @throws Refusal when the customer is unknown or wants no promotions
     */
    TestMessage send(Schedule tried, UUID testId, UUID userId, boolean dryRun, String requestedBy) {
        Customer customer = customer(userId);
        Run run = run(tried, testId, requestedBy);
        Template template = Templates.of(run).resolve(customer.locale());
        Map<String, String> values =
                Map.of("name", customer.displayName(), "email", customer.email(), "country", customer.country());
        UUID messageId = dryRun
                ? null
                : inbox.deliver(
                        run,
                        template,
                        tried.eventId(),
                        userId,
                        template.placeholders().stream().map(values::get).toList());
        return new TestMessage(
                tried.eventId(),
                userId,
                dryRun,
                messageId,
                template.locale(),
                TemplateText.render(template.subject(), values, UnaryOperator.identity()),
                TemplateText.render(template.body(), values, UnaryOperator.identity()),
                template.link());
    }

    private Customer customer(UUID userId) {
        Customer customer = jdbc.sql("""
                        SELECT display_name, coalesce(email, '') AS email, country, locale, unsubscribed
                        FROM customer WHERE user_id = ?
                        """)
                .param(userId)
                .query(Customer.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("customer " + userId));
        if (customer.unsubscribed()) {
            throw Refusal.byState("unsubscribed", "customer " + userId + " wants no promotions");
        }
        return customer;
    }

    /** A run of a new event, today in the event's zone; it lives only here. */
    private Run run(Schedule schedule, UUID testId, String requestedBy) {
        Instant now = schedules.now();
        NewRun like = schedule.run(new DueDate(schedule.dateAt(now), now, now), 0, false, requestedBy);
        return new Run(
                UUID.randomUUID(),
                testId,
                like.dispatchDate(),
                0,
                schedule.version(),
                schedule.title(),
                marked(FrozenPackage.of(like)),
                schedule.audience(),
                now,
                null,
                now,
                Desired.RUNNING,
                RunState.DUE,
                null,
                0,
                null,
                false);
    }

    private static PromotionPackage marked(PromotionPackage offer) {
        Map<String, Content> content = new TreeMap<>();
        offer.content().forEach((locale, text) -> content.put(locale, new Content(MARK + text.subject(), text.body())));
        return new PromotionPackage(offer.kind(), offer.link(), offer.defaultLocale(), content);
    }
}
