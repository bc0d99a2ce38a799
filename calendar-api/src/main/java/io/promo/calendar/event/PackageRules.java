package io.promo.calendar.event;

import io.promo.events.promotion.LanguageTags;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.TemplateText;
import io.promo.events.text.CleanText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a package must be like. */
final class PackageRules {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 10_000;
    private static final int MOST_LOCALES = 60;

    private PackageRules() {}

    /** The package with its texts in the form in which they are kept. */
    static @Nullable PromotionPackage clean(@Nullable PromotionPackage typed) {
        if (typed == null || typed.content() == null) {
            return typed;
        }
        Map<String, Content> content = new LinkedHashMap<>();
        typed.content().forEach((locale, texts) -> content.put(locale, clean(texts)));
        String link = typed.link();
        return new PromotionPackage(
                typed.kind(), link == null ? null : CleanText.identifier(link), typed.defaultLocale(), content);
    }

    private static Content clean(@Nullable Content typed) {
        String subject = typed == null ? null : typed.subject();
        String body = typed == null ? null : typed.body();
        return new Content(
                CleanText.line(Objects.requireNonNullElse(subject, "")),
                CleanText.lines(Objects.requireNonNullElse(body, "")));
    }

    static void check(Findings findings, @Nullable PromotionPackage promotionPackage) {
        if (promotionPackage == null) {
            findings.add("promotionPackage", "is missing");
            return;
        }
        findings.check(
                PromotionPackage.MESSAGE.equals(promotionPackage.kind()),
                "promotionPackage.kind",
                "must be " + PromotionPackage.MESSAGE);
        String link = promotionPackage.link() == null ? null : LinkRule.problem(promotionPackage.link());
        if (link != null) {
            findings.add("promotionPackage.link", link);
        }
        Map<String, Content> content = Objects.requireNonNullElse(promotionPackage.content(), Map.of());
        findings.check(
                promotionPackage.defaultLocale() != null && content.containsKey(promotionPackage.defaultLocale()),
                "promotionPackage.defaultLocale",
                "must be one of the locales of promotionPackage.content");
        content.forEach((locale, texts) -> check(findings, locale, texts));
        findings.check(
                content.size() <= MOST_LOCALES,
                "promotionPackage.content",
                "may have at most " + MOST_LOCALES + " locales");
    }

    /** Placeholders are checked when the event is published: a draft may be half written. */
    static void checkPlaceholders(Findings findings, PromotionPackage promotionPackage) {
        promotionPackage.content().forEach((locale, texts) -> {
            unknown(findings, field(locale, "subject"), texts.subject());
            unknown(findings, field(locale, "body"), texts.body());
        });
    }

    private static void check(Findings findings, String locale, @Nullable Content texts) {
        String problem = LanguageTags.problem(locale);
        if (problem != null) {
            findings.add("promotionPackage.content", problem);
        }
        String subject = texts == null ? null : texts.subject();
        String body = texts == null ? null : texts.body();
        findings.line(field(locale, "subject"), Objects.requireNonNullElse(subject, ""), LONGEST_SUBJECT);
        findings.check(body != null && !body.isBlank(), field(locale, "body"), "is missing");
        findings.text(field(locale, "body"), Objects.requireNonNullElse(body, ""), LONGEST_BODY);
    }

    private static void unknown(Findings findings, String field, String text) {
        Set<String> unknown = TemplateText.unknownPlaceholders(text);
        findings.check(
                unknown.isEmpty(),
                field,
                "uses the unknown placeholder {{" + String.join("}}, {{", unknown) + "}}; known are "
                        + String.join(", ", TemplateText.CUSTOMER_PLACEHOLDERS) + ", "
                        + String.join(", ", TemplateText.EVENT_PLACEHOLDERS));
    }

    private static String field(String locale, String part) {
        return "promotionPackage.content." + locale + "." + part;
    }
}
