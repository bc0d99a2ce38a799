package io.promo.cli;

/** How near a word that was typed is to one that there is. */
final class Spelling {

    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    /** Whether two slips at most lead from one to the other, and no more than half of what was typed is one. */
    static boolean isNear(String typed, String meant) {
        return slips(typed, meant) <= Math.min(MOST_SLIPS, typed.length() / 2);
    }

    /** Letters to add, drop or replace (Levenshtein's distance). */
    private static int slips(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
