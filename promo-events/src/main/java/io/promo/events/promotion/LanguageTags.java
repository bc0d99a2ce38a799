package io.promo.events.promotion;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** BCP 47 tags, accepted in their canonical spelling only: what is compared, kept and shown is written the same. */
public final class LanguageTags {

    private static final int LONGEST = 35;

    private LanguageTags() {}

    /** What is wrong with the tag; null when nothing is. */
    public static @Nullable String problem(String tag) {
        String canonical = canonical(tag);
        if (canonical.isEmpty() || tag.length() > LONGEST) {
            return "\"" + AudienceRules.shown(tag) + "\" is no language tag such as de or de-AT";
        }
        return canonical.equals(tag) ? null : "\"" + tag + "\" must be written " + canonical;
    }

    private static String canonical(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return locale.getLanguage().isEmpty() ? "" : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return "";
        }
    }
}
