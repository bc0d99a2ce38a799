package io.promo.dispatch.audience;

import io.promo.http.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first record of a file: which columns there are, in any order. */
final class CustomerHeader {

    private static final List<String> COLUMNS =
            List.of("user_id", "name", "email", "country", "locale", "time_zone", "segments", "unsubscribed");
    private static final List<String> REQUIRED = List.of("user_id", "name");
    private static final Map<String, String> OTHER_SEPARATORS =
            Map.of(";", "semicolons", "\t", "tabs", "|", "vertical bars");

    private CustomerHeader() {}

    static Refusal missing() {
        return Refusal.badField("body", "is empty; the first line names the columns: " + list(COLUMNS));
    }

    /**
     * The columns' names, in lower case.
     *
     * @throws Refusal when they are unknown, repeated or too few
     */
    static List<String> columns(List<String> record) {
        refuseOtherSeparators(record);
        for (String cell : record) {
            String problem = CustomerText.problem(cell);
            if (problem != null) {
                throw refusal(problem);
            }
        }
        List<String> names = record.stream()
                .map(cell -> CustomerText.line(cell).toLowerCase(Locale.ROOT))
                .toList();
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                throw refusal("has an unknown column '" + CustomerText.shown(name)
                        + "'; possible, separated by commas: " + list(COLUMNS));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw refusal("names a column twice: " + list(names));
        }
        if (!names.containsAll(REQUIRED)) {
            throw refusal("must name " + list(REQUIRED) + "; it names " + list(names));
        }
        return names;
    }

    private static void refuseOtherSeparators(List<String> record) {
        String other = record.size() == 1 ? separator(record.get(0)) : null;
        if (other != null) {
            throw refusal("separates its columns by " + OTHER_SEPARATORS.get(other) + "; separate them by commas");
        }
    }

    private static @Nullable String separator(String line) {
        return OTHER_SEPARATORS.keySet().stream()
                .filter(line::contains)
                .findFirst()
                .orElse(null);
    }

    private static Refusal refusal(String message) {
        return Refusal.badField("header", message);
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
