package io.promo.events.promotion;

import io.promo.events.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * A placeholder in a text: two opening braces, a name without braces, two closing ones. Of more opening braces in a row
 * the last two count, of more closing ones the first two.
 *
 * @param start where it begins
 * @param end where the text goes on
 * @param name without the blanks around it; may be empty
 */
record Placeholder(int start, int end, String name) {

    private static final int NONE = -1;

    /** All of a text, in order. Each character is looked at once or twice, whatever the text is. */
    static List<Placeholder> all(CharSequence text) {
        List<Placeholder> all = new ArrayList<>();
        int nameAt = NONE;
        char before = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{') {
                nameAt = before == '{' ? at + 1 : NONE;
            } else if (c == '}') {
                if (nameAt != NONE && at + 1 < text.length() && text.charAt(at + 1) == '}') {
                    all.add(new Placeholder(nameAt - 2, at + 2, name(text, nameAt, at)));
                    at++;
                }
                nameAt = NONE;
            }
            before = c;
        }
        return all;
    }

    private static String name(CharSequence text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && CleanText.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && CleanText.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }
}
