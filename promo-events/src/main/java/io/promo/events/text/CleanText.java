package io.promo.events.text;

import java.text.Normalizer;
import java.util.Set;

/**
 * The form in which texts are kept: Unicode's form NFC, without blanks and invisible characters around it. So two texts
 * that look the same are the same, and one that looks empty is empty. A text in this form stays as it is.
 *
 * <p>Blanks are those of Unicode, line ends and no-break blanks among them. Invisible are the characters that Unicode says
 * to ignore where they cannot be shown, such as the zero-width blank, the byte order mark and the soft hyphen. Inside a
 * name or a message they stay: a joiner makes one emoji of three, and a non-joiner is spelling in Persian. Inside an
 * identifier they go. At the end, a variation selector or tag stays with its emoji, and a joiner with the Indic virama.
 */
public final class CleanText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NEXT_LINE = 0x85;

    /**
     * First and last of each range of Unicode's property Default_Ignorable_Code_Point, which Java does not know. Source:
     * DerivedCoreProperties.txt.
     */
    private static final int[] INVISIBLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    /** Of the Indic scripts that may end in a joiner: Devanagari to Malayalam, and Sinhala. */
    private static final Set<Integer> VIRAMAS =
            Set.of(0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA);

    private CleanText() {}

    /** A line to be read, such as a title, a subject or a name. Several blanks in a row become one; a single one stays. */
    public static String line(String typed) {
        return withSingleBlanks(lines(typed));
    }

    /** A text of any number of lines. */
    public static String lines(String typed) {
        return trimmed(Normalizer.normalize(typed, Normalizer.Form.NFC));
    }

    /** What is compared and not read, such as a segment, an e-mail address or a country: nothing invisible is left. */
    public static String identifier(String typed) {
        return line(withoutInvisible(typed));
    }

    /** Whether nothing is to be seen: the text is empty, or holds only blanks and invisible characters. */
    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(it -> isBlank(it) || isInvisible(it));
    }

    /** Whether there is no line end in the text, of those that Unicode has. */
    public static boolean isOneLine(CharSequence text) {
        return text.chars()
                .noneMatch(it -> it >= '\n' && it <= '\r' || it == NEXT_LINE || it == 0x2028 || it == 0x2029);
    }

    /** Whether the character is a blank of Unicode. */
    public static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == NEXT_LINE;
    }

    private static String trimmed(String text) {
        int start = 0;
        while (start < text.length() && goes(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && goes(text.codePointBefore(end)) && !isPartOfWhatIsBefore(text, start, end)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean goes(int codePoint) {
        return isBlank(codePoint) || isInvisible(codePoint);
    }

    /** Whether the last character before {@code end} changes how the one before it looks. */
    private static boolean isPartOfWhatIsBefore(String text, int start, int end) {
        int last = text.codePointBefore(end);
        if (last == ZERO_WIDTH_JOINER || last == ZERO_WIDTH_NON_JOINER) {
            return end - 1 > start && VIRAMAS.contains(text.codePointBefore(end - 1));
        }
        int before = end;
        while (before > start && isSelectorOrTag(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        return before < end && before > start && !goes(text.codePointBefore(before));
    }

    private static boolean isSelectorOrTag(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0x180B && codePoint <= 0x180D
                || codePoint >= 0xE0020 && codePoint <= 0xE01EF;
    }

    /** Line ends stay, so that a text of several lines is not taken for one. */
    private static String withSingleBlanks(String text) {
        StringBuilder single = new StringBuilder(text.length());
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = at + 1;
            while (end < text.length() && isBlank(text.charAt(end - 1)) && isBlank(text.charAt(end))) {
                end++;
            }
            String blanks = text.substring(at, end);
            single.append(blanks.length() > 1 && isOneLine(blanks) ? " " : blanks);
        }
        return single.toString();
    }

    private static String withoutInvisible(String text) {
        return text.codePoints()
                .filter(it -> !isInvisible(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInvisible(int codePoint) {
        for (int i = 0; i < INVISIBLE.length && INVISIBLE[i] <= codePoint; i += 2) {
            if (codePoint <= INVISIBLE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
