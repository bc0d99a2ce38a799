package io.promo.calendar.event;

import io.promo.events.text.CleanText;
import io.promo.http.Refusal;
import io.promo.http.Refusal.FieldProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What is wrong with a request, gathered so that all of it is told at once. */
final class Findings {

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(new FieldProblem(field, message));
    }

    void check(boolean right, String field, String message) {
        if (!right) {
            add(field, message);
        }
    }

    /** One line that is there, e.g. a title. */
    void line(String field, String text, int longest) {
        check(!CleanText.isBlank(text), field, "is missing");
        text(field, text, longest);
        check(CleanText.isOneLine(text), field, "must be one line");
    }

    /** Any number of lines that can be stored and sent. */
    void text(String field, String text, int longest) {
        check(text.length() <= longest, field, "may have at most " + longest + " characters");
        boolean printable =
                text.chars().allMatch(it -> !Character.isISOControl(it) || it == '\n' || it == '\r' || it == '\t')
                        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        check(printable, field, "contains a control character or half a character, which cannot be sent");
    }

    /** @throws Refusal when anything was found, naming every field */
    void refuse(HttpStatus status, String slug) {
        if (!found.isEmpty()) {
            throw Refusal.badFields(status, slug, found);
        }
    }
}
