package io.promo.events.message;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a message's placeholders as the inbox stores them: one text with U+001F, the unit separator, between them. A
 * text of one value costs less to copy and to keep than an array of one.
 */
public final class MessageParams {

    /** No value has it: texts are cleaned of control characters where they come in; one that has it all the same gets a blank. */
    public static final char SEPARATOR = '\u001F';

    private MessageParams() {}

    /** Null for no values. A null among them is a value the customer does not have, and reads as nothing. */
    public static @Nullable String join(List<? extends @Nullable String> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .map(value -> value == null ? "" : value.replace(SEPARATOR, ' '))
                        .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    /** The values in their order; none for null. */
    public static List<String> split(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(String.valueOf(SEPARATOR), -1));
    }
}
