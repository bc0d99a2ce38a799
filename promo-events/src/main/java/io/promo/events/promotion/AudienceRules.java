package io.promo.events.promotion;

import io.promo.events.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an audience must be like, so that its values can match those that customers carry: for whoever takes one in. */
public final class AudienceRules {

    /** Values that each condition may name at most. */
    public static final int MOST_VALUES = 100;

    /** Characters of the longest segment, here and in what is imported. */
    public static final int LONGEST_SEGMENT = 64;

    /** What separates a customer's segments in a file that is imported; so no segment holds one. */
    public static final Pattern SEPARATOR = Pattern.compile("[|;]");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private AudienceRules() {}

    /** Everything that is wrong with the audience, in the order of its conditions; empty when nothing is. */
    public static List<Violation> violations(Audience audience) {
        List<Violation> found = new ArrayList<>();
        check(found, "audience.segments", audience.segments(), AudienceRules::segment);
        check(found, "audience.countries", audience.countries(), AudienceRules::country);
        check(found, "audience.locales", audience.locales(), LanguageTags::problem);
        return found;
    }

    private static void check(
            List<Violation> found, String field, List<String> values, Function<String, @Nullable String> rule) {
        if (values.size() > MOST_VALUES) {
            // Alone: what is wrong with thousands of them would be an endless answer.
            found.add(new Violation(field, "may name at most " + MOST_VALUES + " values"));
            return;
        }
        for (String value : values) {
            String problem = rule.apply(value);
            if (problem != null) {
                found.add(new Violation(field, problem));
            }
        }
    }

    private static @Nullable String segment(String segment) {
        if (segment.isEmpty()) {
            return "is missing";
        }
        if (segment.length() > LONGEST_SEGMENT) {
            return "may have at most " + LONGEST_SEGMENT + " characters";
        }
        if (!CleanText.isOneLine(segment)) {
            return "must be one line";
        }
        if (SEPARATOR.matcher(segment).find()) {
            return "\"" + segment
                    + "\" holds | or ;, which separate the segments of an imported customer, so it matches nobody;"
                    + " name each segment by itself";
        }
        if (segment.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(segment)) {
            return "contains a control character or half a character, which cannot be sent";
        }
        return null;
    }

    private static @Nullable String country(String country) {
        return COUNTRY.matcher(country).matches()
                ? null
                : "\"" + shown(country) + "\" is no two-letter country code such as DE";
    }

    /** As much of a refused value as is needed to find it again. */
    static String shown(String value) {
        return value.length() <= LONGEST_SEGMENT ? value : value.substring(0, LONGEST_SEGMENT) + "…";
    }
}
