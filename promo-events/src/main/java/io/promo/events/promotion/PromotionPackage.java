package io.promo.events.promotion;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event offers and says.
 *
 * @param kind {@code MESSAGE}
 * @param link where the message leads, an absolute http(s) URL; null: nowhere
 * @param defaultLocale the key of {@code content} used for customers whose locale has none
 * @param content BCP 47 locale → texts; never empty, contains the default locale
 */
public record PromotionPackage(String kind, @Nullable String link, String defaultLocale, Map<String, Content> content) {

    /** The only kind there is now. */
    public static final String MESSAGE = "MESSAGE";

    /**
     * One locale's texts, with placeholders such as {@code {{name}}} (see {@link TemplateText}).
     *
     * @param subject one line
     * @param body any number of lines
     */
    public record Content(String subject, String body) {}
}
