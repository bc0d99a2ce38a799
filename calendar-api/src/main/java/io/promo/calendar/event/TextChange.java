package io.promo.calendar.event;

import org.jspecify.annotations.Nullable;

/**
 * A text before and after a change: whole where it is short, else the part that differs with a little around it, and
 * {@code …} where something was left out.
 */
record TextChange(@Nullable String from, @Nullable String to) {

    private static final int AROUND = 20;
    private static final String LEFT_OUT = "…";

    /**
     * Compares.
     *
     * @param from null: there was none
     * @param to null: there is none any more
     * @param most how many characters of each are kept, beside those around it
     */
    static TextChange of(@Nullable String from, @Nullable String to, int most) {
        String before = from == null ? "" : from;
        String after = to == null ? "" : to;
        if (before.length() <= most && after.length() <= most) {
            return new TextChange(from, to);
        }
        int start = sameStart(before, after);
        int end = sameEnd(before, after, start);
        return new TextChange(
                from == null ? null : part(before, start, before.length() - end, most),
                to == null ? null : part(after, start, after.length() - end, most));
    }

    private static int sameStart(String one, String other) {
        int longest = Math.min(one.length(), other.length());
        int same = 0;
        while (same < longest && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static int sameEnd(String one, String other, int start) {
        int longest = Math.min(one.length(), other.length()) - start;
        int same = 0;
        while (same < longest && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private static String part(String text, int start, int end, int most) {
        int first = whole(text, Math.max(0, start - AROUND));
        int last = whole(text, Math.min(text.length(), Math.min(end, start + most) + AROUND));
        return (first > 0 ? LEFT_OUT : "") + text.substring(first, last) + (last < text.length() ? LEFT_OUT : "");
    }

    /** A place that does not cut a character in two: half of one cannot be stored. */
    private static int whole(String text, int place) {
        boolean within = place > 0
                && place < text.length()
                && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
        return within ? place - 1 : place;
    }
}
