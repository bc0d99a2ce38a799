package io.promo.events.promotion;

import io.promo.events.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with what somebody sent, gathered so that all of it is told at once. */
public class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Something is wrong with the field. */
    public void add(String field, String message) {
        found.add(new Violation(field, message));
    }

    /** The field is wrong unless it is right. */
    public void check(boolean right, String field, String message) {
        if (!right) {
            add(field, message);
        }
    }

    /** One line that is there, e.g. a title. */
    public void line(String field, String text, int longest) {
        check(!CleanText.isBlank(text), field, "is missing");
        text(field, text, longest);
        check(CleanText.isOneLine(text), field, "must be one line");
    }

    /** Any number of lines that can be stored and sent. */
    public void text(String field, String text, int longest) {
        check(text.length() <= longest, field, "may have at most " + longest + " characters");
        boolean printable =
                text.chars().allMatch(it -> !Character.isISOControl(it) || it == '\n' || it == '\r' || it == '\t')
                        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        check(printable, field, "contains a control character or half a character, which cannot be sent");
    }

    /** All of it, in the order in which it was found. */
    public List<Violation> found() {
        return List.copyOf(found);
    }
}
