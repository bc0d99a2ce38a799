package io.promo.calendar.event;

import io.promo.events.promotion.LanguageTags;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.PromotionWindow.DueDate;
import io.promo.events.promotion.TemplateText;
import io.promo.http.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        Content texts = texts(content.promotionPackage(), locale);
        List<DueDate> dates = content.window().dueDates();
        Map<String, String> values = values(content, sample, dates);
        return new EventPreview(
                TemplateText.render(texts.subject(), values, UnaryOperator.identity()),
                TemplateText.render(texts.body(), values, UnaryOperator.identity()),
                content.promotionPackage().link(),
                dates.stream()
                        .map(date -> new Due(date.date(), date.dueAt(), date.missedAfter()))
                        .toList());
    }

    /** As dispatch chooses: by exact tag, then by language, then the default. */
    private static Content texts(PromotionPackage promotionPackage, @Nullable String locale) {
        Map<String, Content> content = promotionPackage.content();
        String wanted = Objects.requireNonNullElse(locale, promotionPackage.defaultLocale());
        String language = Locale.forLanguageTag(wanted).getLanguage();
        Content byDefault = Objects.requireNonNull(content.get(promotionPackage.defaultLocale()));
        return content.getOrDefault(wanted, content.getOrDefault(language, byDefault));
    }

    private static Map<String, String> values(EventContent content, @Nullable Sample sample, List<DueDate> dates) {
        Map<String, String> values = new HashMap<>();
        LocalDate start = content.window().firstDate();
        values.put("title", content.title());
        values.put("date", (dates.isEmpty() ? start : dates.get(0).date()).toString());
        values.put("startDate", start.toString());
        values.put("endDate", content.window().lastDate().toString());
        Sample customer = sample == null ? new Sample("Anna", "anna@example.com", "DE") : sample;
        values.put("name", Objects.requireNonNullElse(customer.name(), ""));
        values.put("email", Objects.requireNonNullElse(customer.email(), ""));
        values.put("country", Objects.requireNonNullElse(customer.country(), ""));
        return values;
    }
}
