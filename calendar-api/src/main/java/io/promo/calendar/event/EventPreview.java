package io.promo.calendar.event;

import io.promo.events.promotion.LanguageTags;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.PromotionWindow;
import io.promo.events.promotion.PromotionWindow.DueDate;
import io.promo.events.promotion.TemplateText;
import io.promo.http.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a customer would read and when it would be sent.
 *
 * @param subject rendered for the sample customer; unknown placeholders stay as they stand
 * @param dates every date on which something is due
 */
record EventPreview(String subject, String body, @Nullable String link, List<Due> dates) {

    /**
     * A date and the instant its run starts.
     *
     * @param missedAfter until when it may still start
     */
    record Due(LocalDate date, Instant dueAt, Instant missedAfter) {}

    /** The customer to preview for; absent values read as empty. */
    record Sample(
            @Nullable String name,
            @Nullable String email,
            @Nullable String country) {}

    /**
     * Renders the content for a customer with a locale; absent: the package's default.
     *
     * @throws Refusal 400 when the locale is none
     */
    static EventPreview of(EventContent content, @Nullable String locale, @Nullable Sample sample) {
        String problem = locale == null ? null : LanguageTags.problem(locale);
        if (problem != null) {
            throw Refusal.badField("bad-request", "locale", problem);
        }
        PromotionPackage offer = content.promotionPackage();
        String chosen = offer.localeFor(Objects.requireNonNullElse(locale, offer.defaultLocale()));
        Content texts = Objects.requireNonNull(offer.content().get(chosen));
        List<DueDate> dates = content.window().dueDates();
        Map<String, String> values = values(content, chosen, sample, dates);
        return new EventPreview(
                TemplateText.render(texts.subject(), values, UnaryOperator.identity()),
                TemplateText.render(texts.body(), values, UnaryOperator.identity()),
                offer.link(),
                dates.stream()
                        .map(date -> new Due(date.date(), date.dueAt(), date.missedAfter()))
                        .toList());
    }

    private static Map<String, String> values(
            EventContent content, String locale, @Nullable Sample sample, List<DueDate> dates) {
        PromotionWindow window = content.window();
        LocalDate date = dates.isEmpty() ? window.firstDate() : dates.get(0).date();
        Map<String, String> values = new HashMap<>(
                TemplateText.eventValues(content.title(), date, window.firstDate(), window.lastDate(), locale));
        Sample customer = sample == null ? new Sample("Anna", "anna@example.com", "DE") : sample;
        values.put("name", Objects.requireNonNullElse(customer.name(), ""));
        values.put("email", Objects.requireNonNullElse(customer.email(), ""));
        values.put("country", Objects.requireNonNullElse(customer.country(), ""));
        return values;
    }
}
