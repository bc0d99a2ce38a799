package io.promo.dispatch.audience;

import io.promo.events.text.CleanText;
import org.jspecify.annotations.Nullable;

/** The text of a cell: one line that can be seen. */
final class CustomerText {

    private static final int SHOWN = 60;

    private CustomerText() {}

    /** Why it is no text for any column; null when it is one. */
    static @Nullable String problem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                continue;
            }
            if (c == CsvRecords.NOT_UTF_8) {
                return "contains bytes that are not UTF-8";
            } else if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return "contains a line break";
            } else if (Character.isISOControl(c)) {
                return "contains a control character (U+%04X)".formatted((int) c);
            }
        }
        return null;
    }

    /** The cell of a name. */
    static String line(String cell) {
        return isPlain(cell) ? cell : CleanText.line(cell);
    }

    /** The cell of anything else. */
    static String identifier(String cell) {
        return isPlain(cell) ? cell : CleanText.identifier(cell);
    }

    /** Whether it surely is in its clean form, as nearly all of millions of cells are. */
    private static boolean isPlain(String cell) {
        boolean blank = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c > '~' || c < ' ' || c == ' ' && blank) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank || cell.isEmpty();
    }

    /** For a message: at most {@value #SHOWN} characters, and what cannot be seen by its number, such as U+200B. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (c != ' ' && isUnseen(c)) {
                shown.append("U+%04X".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            // Variation selectors, the joiner of graphemes, and fillers, which are marks and letters to Unicode.
            default -> c >= 0xFE00 && c <= 0xFE0F || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164;
        };
    }
}
