package io.promo.events.promotion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders: {@code {{name}}}, blanks inside the braces allowed. Customer placeholders differ per
 * customer and are stored with each message; event placeholders are the same for a whole run and are filled in once.
 */
public final class TemplateText {

    /** Values that differ per customer, by the names of customer columns. */
    public static final List<String> CUSTOMER_PLACEHOLDERS = List.of("name", "email", "country");

    /** Values of the event and the run: title, local date of the dispatch, first and last local date of the window. */
    public static final List<String> EVENT_PLACEHOLDERS = List.of("title", "date", "startDate", "endDate");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private TemplateText() {}

    /** The placeholders' names in order of first appearance, known or not. */
    public static Set<String> placeholders(CharSequence text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The placeholders' names that are neither customer nor event placeholders. */
    public static Set<String> unknownPlaceholders(CharSequence text) {
        Set<String> names = placeholders(text);
        names.removeAll(CUSTOMER_PLACEHOLDERS);
        names.removeAll(EVENT_PLACEHOLDERS);
        return names;
    }

    /**
     * The text with every placeholder that has a value replaced by it; others stay as they are.
     *
     * @param values name → value
     * @param escape applied to each value, not to the text around it: what the place of display needs
     */
    public static String render(CharSequence text, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : escape.apply(value));
        });
    }
}
