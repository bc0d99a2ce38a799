package io.promo.calendar.event;

import io.promo.calendar.http.Refusal.FieldProblem;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.TemplateText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a package must be like. */
final class PackageRules {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_LOCALES = 60;

    private PackageRules() {}

    static void check(List<FieldProblem> errors, @Nullable PromotionPackage promotionPackage) {
        if (promotionPackage == null) {
            errors.add(new FieldProblem("promotionPackage", "is missing"));
            return;
        }
        EventRules.check(
                errors,
                PromotionPackage.MESSAGE.equals(promotionPackage.kind()),
                "promotionPackage.kind",
                "must be " + PromotionPackage.MESSAGE);
        EventRules.check(
                errors,
                isLink(promotionPackage.link()),
                "promotionPackage.link",
                "must be an absolute http or https address of at most " + LONGEST_LINK + " characters");
        Map<String, Content> content = Objects.requireNonNullElse(promotionPackage.content(), Map.of());
        String defaultLocale = Objects.requireNonNullElse(promotionPackage.defaultLocale(), "");
        EventRules.check(
                errors,
                content.containsKey(defaultLocale),
                "promotionPackage.defaultLocale",
                "must be one of the locales of promotionPackage.content");
        EventRules.check(
                errors,
                content.size() <= MOST_LOCALES,
                "promotionPackage.content",
                "may have at most " + MOST_LOCALES + " locales");
        content.forEach((locale, texts) -> check(errors, locale, texts));
    }

    /** Placeholders are checked when the event is published: a draft may be half written. */
    static void checkPlaceholders(List<FieldProblem> errors, PromotionPackage promotionPackage) {
        promotionPackage.content().forEach((locale, texts) -> {
            String field = "promotionPackage.content." + locale;
            unknown(errors, field + ".subject", texts.subject());
            unknown(errors, field + ".body", texts.body());
        });
    }

    static boolean isLocale(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static void check(List<FieldProblem> errors, String locale, @Nullable Content texts) {
        String field = "promotionPackage.content." + locale;
        EventRules.check(errors, isLocale(locale), field, "\"" + locale + "\" is no language tag such as de or de-AT");
        String subject = texts == null ? null : texts.subject();
        String body = texts == null ? null : texts.body();
        text(errors, field + ".subject", subject, LONGEST_SUBJECT);
        text(errors, field + ".body", body, LONGEST_BODY);
    }

    private static void text(List<FieldProblem> errors, String field, @Nullable String text, int longest) {
        EventRules.check(errors, text != null && !text.isBlank(), field, "is missing");
        EventRules.check(
                errors, text == null || text.length() <= longest, field, "may have at most " + longest + " characters");
        EventRules.check(
                errors,
                text == null || text.indexOf('\0') < 0,
                field,
                "contains a NUL character, which cannot be stored");
    }

    private static boolean isLink(@Nullable String link) {
        if (link == null) {
            return true;
        }
        try {
            URI uri = new URI(link);
            return link.length() <= LONGEST_LINK
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void unknown(List<FieldProblem> errors, String field, String text) {
        Set<String> unknown = TemplateText.unknownPlaceholders(text);
        if (!unknown.isEmpty()) {
            errors.add(new FieldProblem(
                    field,
                    "uses the unknown placeholder {{" + String.join("}}, {{", unknown) + "}}; known are "
                            + String.join(", ", TemplateText.CUSTOMER_PLACEHOLDERS) + ", "
                            + String.join(", ", TemplateText.EVENT_PLACEHOLDERS)));
        }
    }
}
