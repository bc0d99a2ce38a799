package io.promo.calendar.event;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** BCP 47 tags as customers carry them: compared as written, hence accepted in their canonical spelling only. */
final class LanguageTags {

    private static final int LONGEST = 35;

    private LanguageTags() {}

    /** What is wrong with the tag; null when nothing is. */
    static @Nullable String problem(String tag) {
        String canonical = canonical(tag);
        if (canonical.isEmpty() || tag.length() > LONGEST) {
            return "\"" + tag + "\" is no language tag such as de or de-AT";
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
