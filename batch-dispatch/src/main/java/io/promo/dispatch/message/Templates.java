package io.promo.dispatch.message;

import io.promo.dispatch.run.Run;
import io.promo.events.promotion.LanguageTags;
import io.promo.events.promotion.PromotionPackage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A run's templates by locale. Manager and workers make the same ones from the run's frozen package. */
public final class Templates {

    private final Map<String, Template> byLocale = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Template fallback;

    private Templates(Run run) {
        PromotionPackage offer = run.promotionPackage();
        offer.content()
                .forEach((locale, text) -> byLocale.put(
                        locale,
                        Template.of(
                                Template.id(
                                        run.eventId(),
                                        run.eventVersion(),
                                        locale,
                                        run.dispatchDate().toString()),
                                locale,
                                text.subject(),
                                text.body(),
                                offer.link())));
        Template wanted = byLocale.get(offer.defaultLocale());
        if (wanted == null) {
            throw new IllegalArgumentException(
                    "package of run " + run.runId() + " has no text in its default locale " + offer.defaultLocale());
        }
        this.fallback = wanted;
    }

    /**
     * The templates of the run.
     *
     * @throws IllegalArgumentException when the package has no text in its default locale
     */
    public static Templates of(Run run) {
        return new Templates(run);
    }

    /** All of them. */
    public Collection<Template> all() {
        return byLocale.values();
    }

    /** The one for a customer of that locale: found by RFC 4647 lookup, else the default. */
    public Template resolve(String locale) {
        return LanguageTags.lookup(locale, byLocale, fallback);
    }

    /** Customer placeholders that any of the templates uses. */
    List<String> placeholders() {
        Set<String> used = new LinkedHashSet<>();
        byLocale.values().forEach(template -> used.addAll(template.placeholders()));
        return List.copyOf(used);
    }
}
