package io.promo.bench.machine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One process as {@code /proc/PID/stat} tells of it.
 *
 * @param ticks of CPU it had, with its children that have ended, as PostgreSQL's backends do
 */
record ProcessStat(long pid, long parent, long ticks) {

    /** Places after the name; from the first to the last ticks: user, system, and both of children that have ended. */
    private static final int PARENT = 1;

    private static final int FIRST_TICKS = 11;
    private static final int LAST_TICKS = 14;

    /** Reads the line. The program's name is in parentheses, and may hold some, and spaces, too. */
    static ProcessStat of(String line) {
        String[] rest = line.substring(line.lastIndexOf(')') + 2).trim().split(" ");
        long ticks = Arrays.stream(rest, FIRST_TICKS, LAST_TICKS + 1)
                .mapToLong(Long::parseLong)
                .sum();
        return new ProcessStat(
                Long.parseLong(line.substring(0, line.indexOf(' '))), Long.parseLong(rest[PARENT]), ticks);
    }

    /** Of all processes the given ones and whatever they started, directly or not; each once. */
    static List<ProcessStat> trees(Collection<ProcessStat> all, Set<Long> roots) {
        Set<Long> members = new HashSet<>(roots);
        // A parent may have a larger id than its child once ids start anew, so that one pass is not enough.
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ProcessStat process : all) {
                grown |= members.contains(process.parent()) && members.add(process.pid());
            }
        }
        return all.stream().filter(process -> members.contains(process.pid())).toList();
    }
}
