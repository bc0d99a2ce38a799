package io.promo.calendar.event;

import io.promo.events.EventType;
import io.promo.events.outbox.Outbox;
import io.promo.events.promotion.PromotionRules;
import io.promo.events.promotion.TestSendRequested;
import io.promo.http.Refusal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Test messages, handed to dispatch with all they are made from: dispatch knows no drafts. */
@Service
class TestSends {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cc}@]+@[^\\s\\p{Cc}@]+");

    private final Events events;
    private final Outbox outbox;

    TestSends(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * Hands a test to dispatch.
     *
     * @param user the customer's id or e-mail address
     * @return the test's id
     * @throws Refusal 404 when there is no such event, 409 when it is cancelled, 422 when a text of it cannot be sent so
     */
    @Transactional
    public UUID request(UUID eventId, String user, boolean dryRun, String actor) {
        Event event = events.get(eventId);
        if (event.status() == EventStatus.CANCELLED) {
            throw Refusal.byState(
                    "refused-by-status",
                    "The event is CANCELLED and cannot be tried out. Copy it and try the copy out.");
        }
        Findings findings = new Findings();
        PromotionRules.sendable(findings, event.title(), event.promotionPackage());
        findings.refuse(HttpStatus.UNPROCESSABLE_CONTENT, "not-sendable");
        UUID testId = UUID.randomUUID();
        TestSendRequested request = new TestSendRequested(
                testId,
                eventId,
                event.version(),
                event.title(),
                event.startDatetime(),
                event.endDatetime(),
                event.timeZone().getId(),
                event.promotionPackage(),
                user,
                dryRun,
                actor);
        outbox.append(EventType.TEST_SEND_REQUESTED, "test", testId.toString(), 0, request);
        return testId;
    }

    /**
     * The one customer a request names.
     *
     * @throws Refusal 400 when it names none, or two
     */
    static String user(@Nullable UUID userId, @Nullable String user) {
        if ((userId == null) == (user == null)) {
            throw Refusal.badField("user", "give the customer's id or e-mail address: either user or userId");
        }
        String named = userId == null ? String.valueOf(user).strip() : userId.toString();
        boolean address =
                named.length() <= LONGEST_ADDRESS && ADDRESS.matcher(named).matches();
        if (!address && !ID.matcher(named).matches()) {
            throw Refusal.badField("user", "must be a UUID or an e-mail address");
        }
        return named;
    }
}
