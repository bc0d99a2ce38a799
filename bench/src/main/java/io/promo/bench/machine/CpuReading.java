package io.promo.bench.machine;

import java.util.Arrays;
import java.util.Collection;

/**
 * What the machine's processors had done at one moment, in the kernel's ticks since it booted.
 *
 * @param total of all processors, whatever they did
 * @param busy not idle, and not taken by the hypervisor
 * @param stolen taken by the hypervisor for other guests
 * @param own used by the bench's processes, those among them that have ended
 */
record CpuReading(long total, long busy, long stolen, long own) {

    /** user, nice, system, idle, iowait, irq, softirq, steal; what follows is in user and nice already. */
    private static final int FIELDS = 8;

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int STEAL = 7;

    /**
     * Reads the kernel's texts.
     *
     * @param stat {@code /proc/stat}
     * @param own {@code /proc/PID/stat} of each of the bench's processes
     */
    static CpuReading of(String stat, Collection<ProcessStat> own) {
        long[] all = stat.lines()
                .filter(line -> line.startsWith("cpu "))
                .findFirst()
                .map(line -> Arrays.stream(line.substring(4).trim().split(" +"))
                        .limit(FIELDS)
                        .mapToLong(Long::parseLong)
                        .toArray())
                .orElseThrow(() -> new IllegalArgumentException("no line for all processors in /proc/stat"));
        long total = Arrays.stream(all).sum();
        return new CpuReading(
                total,
                total - all[IDLE] - all[WAITING_FOR_DISK] - all[STEAL],
                all[STEAL],
                own.stream().mapToLong(ProcessStat::ticks).sum());
    }
}
