package io.promo.events.promotion;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an event offers and says.
 *
 * @param kind {@code MESSAGE}
 * @param link where the message leads, an absolute http(s) URL; null: nowhere
 * @param defaultLocale the key of {@code content} used for customers for whose locale there is none
 * @param content BCP 47 locale → texts; never empty, contains the default locale
 */
public record PromotionPackage(String kind, @Nullable String link, String defaultLocale, Map<String, Content> content) {

    /** The only kind there is now. */
    public static final String MESSAGE = "MESSAGE";

    /** The locale whose texts a customer of the given one reads: found by RFC 4647 lookup, else the default. */
    public String localeFor(String wanted) {
        Map<String, String> byTag = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        content.keySet().forEach(it -> byTag.put(it, it));
        return LanguageTags.lookup(wanted, byTag, defaultLocale);
    }

    /**
     * One locale's texts, with placeholders such as {@code {{name}}} (see {@link TemplateText}).
     *
     * @param subject one line
     * @param body any number of lines
     */
    public record Content(String subject, String body) {}
}
