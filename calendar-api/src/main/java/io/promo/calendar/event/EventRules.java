package io.promo.calendar.event;

import io.promo.events.EventCodec;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.AudienceRules;
import io.promo.events.promotion.PackageRules;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionRules;
import io.promo.events.promotion.WindowRules;
import io.promo.events.text.CleanText;
import io.promo.http.Refusal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What an event must be like to be kept, and what more to be published. All that is wrong is told at once. */
final class EventRules {

    static final int LONGEST_DESCRIPTION = 10_000;

    /** For what is checked of an event whatever its id. */
    private static final UUID NO_EVENT = new UUID(0, 0);

    private static final EventCodec CODEC = new EventCodec();

    private EventRules() {}

    /**
     * The draft's content.
     *
     * @throws Refusal 400 naming every field that is wrong
     */
    static EventContent content(EventDraft draft) {
        Findings findings = new Findings();
        String title = CleanText.line(Objects.requireNonNullElse(draft.title(), ""));
        PromotionRules.title(findings, title);
        String description = CleanText.lines(Objects.requireNonNullElse(draft.description(), ""));
        findings.text("description", description, LONGEST_DESCRIPTION);
        PromotionRules.rate(findings, draft.maxRate());
        Audience audience = Objects.requireNonNullElse(draft.audience(), Audience.EVERYONE);
        AudienceRules.violations(audience).forEach(it -> findings.add(it.field(), it.message()));
        PromotionPackage promotionPackage = PackageRules.clean(draft.promotionPackage());
        PackageRules.check(findings, promotionPackage);
        Instant start = micros(draft.startDatetime());
        Instant end = micros(draft.endDatetime());
        WindowRules.check(findings, start, end);
        ZoneId zone = WindowRules.zone(findings, draft.timeZone());
        LocalTime time = WindowRules.time(findings, draft.dispatchTime());
        findings.refuse(HttpStatus.BAD_REQUEST, "invalid-event");
        EventContent content = new EventContent(
                title,
                description,
                Objects.requireNonNull(promotionPackage),
                audience,
                Objects.requireNonNull(start),
                Objects.requireNonNull(end),
                Objects.requireNonNull(zone),
                time,
                draft.maxRate());
        sendable(content);
        return content;
    }

    /** An event travels whole. It is measured at its longest, with the highest version and the longest status. */
    private static void sendable(EventContent content) {
        int bytes = CODEC.size(content.changed(NO_EVENT, Long.MAX_VALUE, EventStatus.CANCELLED));
        Findings findings = new Findings();
        findings.check(
                bytes <= EventCodec.LONGEST_PAYLOAD,
                "promotionPackage.content",
                "makes the event " + bytes + " bytes long, and at most " + EventCodec.LONGEST_PAYLOAD
                        + " can be sent; shorten the bodies or leave out locales");
        findings.refuse(HttpStatus.BAD_REQUEST, "invalid-event");
    }

    /**
     * Lets pass what may be published now. All is checked, not only what a draft need not fulfil: an earlier release, which had
     * fewer rules, may have stored it.
     *
     * @param now by the database's clock
     * @throws Refusal 422 naming every field that stands in the way
     */
    static void publishable(EventContent content, Instant now) {
        Findings findings = new Findings();
        if (content.window().isOver(now)) {
            findings.add("endDatetime", "has passed; move the window into the future");
        } else if (content.window().dueDates().isEmpty()) {
            findings.add(
                    "dispatchTime",
                    "lies outside the window on every date, so nothing would be sent; move it or the window");
        }
        PromotionRules.published(findings, content.changed(NO_EVENT, 1, EventStatus.PUBLISHED));
        findings.refuse(HttpStatus.UNPROCESSABLE_CONTENT, "not-publishable");
    }

    /** The database keeps microseconds; what is answered must be what is kept. */
    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
