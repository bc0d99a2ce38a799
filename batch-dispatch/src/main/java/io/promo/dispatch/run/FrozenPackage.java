package io.promo.dispatch.run;

import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.events.promotion.TemplateText;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A run's package: the event's, with the placeholders that are the same for every customer filled in. */
public final class FrozenPackage {

    private FrozenPackage() {}

    /** The package the run is to freeze. */
    public static PromotionPackage of(NewRun run) {
        PromotionPackage published = run.promotionPackage();
        Map<String, Content> content = new TreeMap<>();
        published.content().forEach((locale, text) -> {
            Map<String, String> values =
                    TemplateText.eventValues(run.title(), run.dispatchDate(), run.startDate(), run.endDate(), locale);
            content.put(locale, new Content(fill(text.subject(), values), fill(text.body(), values)));
        });
        return new PromotionPackage(published.kind(), published.link(), published.defaultLocale(), content);
    }

    /** Values go in as they are: the text is escaped where it is shown. */
    private static String fill(String text, Map<String, String> values) {
        return TemplateText.render(text, values, UnaryOperator.identity());
    }
}
