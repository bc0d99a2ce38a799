package io.promo.events.promotion;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
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

    /**
     * What there is for a tag, by RFC 4647 lookup: for the tag itself, else for the tag without its last part, and so on.
     * For {@code zh-Hant-TW} that is {@code zh-Hant-TW}, then {@code zh-Hant}, then {@code zh}. A part of one letter goes
     * together with the part it introduces.
     *
     * @param byTag decides by its own order whether case matters
     * @param otherwise where there is nothing for any of them
     */
    public static <T> T lookup(String tag, Map<String, T> byTag, T otherwise) {
        for (String range = tag; !range.isEmpty(); range = shorter(range)) {
            T found = byTag.get(range);
            if (found != null) {
                return found;
            }
        }
        return otherwise;
    }

    private static String shorter(String range) {
        int end = Math.max(range.lastIndexOf('-'), 0);
        boolean introducer = end >= 2 && range.charAt(end - 2) == '-';
        return range.substring(0, introducer ? end - 2 : end);
    }
}
