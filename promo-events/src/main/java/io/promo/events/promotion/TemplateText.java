package io.promo.events.promotion;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text with placeholders: {@code {{name}}}, blanks inside the braces allowed. Customer placeholders differ per
 * customer and are stored with each message; event placeholders are the same for a whole run and are filled in once.
 */
public final class TemplateText {

    /** Values that differ per customer, by the names of customer columns. */
    public static final List<String> CUSTOMER_PLACEHOLDERS = List.of("name", "email", "country");

    /** Values of the event and the run, see {@link #eventValues}. */
    public static final List<String> EVENT_PLACEHOLDERS = List.of("title", "date", "startDate", "endDate");

    private TemplateText() {}

    /** The placeholders' names in order of first appearance, known or not. */
    public static Set<String> placeholders(CharSequence text) {
        Set<String> names = new LinkedHashSet<>();
        Placeholder.all(text).forEach(it -> names.add(it.name()));
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
        StringBuilder rendered = new StringBuilder(text.length());
        int done = 0;
        for (Placeholder placeholder : Placeholder.all(text)) {
            String value = values.get(placeholder.name());
            if (value != null) {
                rendered.append(text, done, placeholder.start()).append(escape.apply(value));
                done = placeholder.end();
            }
        }
        return rendered.append(text, done, text.length()).toString();
    }

    /**
     * What the event placeholders stand for.
     *
     * @param date the local date of the dispatch
     * @param startDate first local date of the window
     * @param endDate last local date of the window
     * @param locale of the text around them, a BCP 47 tag: dates are written as its language does, in full
     * @return name → value
     */
    public static Map<String, String> eventValues(
            String title, LocalDate date, LocalDate startDate, LocalDate endDate, String locale) {
        DateTimeFormatter dates =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(Locale.forLanguageTag(locale));
        return Map.of(
                "title", title,
                "date", dates.format(date),
                "startDate", dates.format(startDate),
                "endDate", dates.format(endDate));
    }

    /**
     * Where braces stand that belong to no placeholder and look as if they should: two in a row outside of one, or one
     * right beside it, as in three braces on either side of a name. Each is the index of the first of them.
     */
    public static List<Integer> strayBraces(CharSequence text) {
        List<Integer> stray = new ArrayList<>();
        int gap = 0;
        for (Placeholder placeholder : Placeholder.all(text)) {
            strayBraces(text, gap, placeholder.start(), stray);
            gap = placeholder.end();
        }
        strayBraces(text, gap, text.length(), stray);
        return stray;
    }

    /** Of a part between placeholders, or between one and an end of the text. */
    private static void strayBraces(CharSequence text, int from, int to, List<Integer> stray) {
        int end;
        for (int at = from; at < to; at = end) {
            char c = text.charAt(at);
            end = at + 1;
            while (end < to && text.charAt(end) == c) {
                end++;
            }
            boolean opensPlaceholder = c == '{' && end == to && to < text.length();
            boolean closesPlaceholder = c == '}' && at == from && from > 0;
            if (opensPlaceholder || closesPlaceholder || (c == '{' || c == '}') && end - at > 1) {
                stray.add(at);
            }
        }
    }
}
