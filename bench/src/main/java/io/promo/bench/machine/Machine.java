package io.promo.bench.machine;

import io.promo.stack.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The machine's processors as Linux counts them, and which of its processes are the bench's. */
public final class Machine {

    private static final Path PROC = Path.of("/proc");

    private final Set<Long> roots;

    private Machine(Set<Long> roots) {
        this.roots = Set.copyOf(roots);
    }

    /** With the bench itself, the stack's processes and all that these have started as its own. */
    public static Machine with(Status stack) {
        Set<Long> roots = new HashSet<>();
        roots.add(ProcessHandle.current().pid());
        stack.processes().forEach(process -> roots.add(process.pid()));
        return new Machine(roots);
    }

    CpuReading reading() throws IOException {
        return CpuReading.of(Files.readString(PROC.resolve("stat")), ProcessStat.trees(processes(), roots));
    }

    double loadAverage() throws IOException {
        return loadAverage(Files.readString(PROC.resolve("loadavg")));
    }

    /** The first figure of {@code /proc/loadavg}, of one minute. */
    static double loadAverage(String text) {
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    private static List<ProcessStat> processes() throws IOException {
        List<ProcessStat> processes = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                try {
                    processes.add(ProcessStat.of(Files.readString(entry.resolve("stat"))));
                } catch (IOException e) {
                    // It has ended meanwhile; its time is its parent's now.
                }
            }
        }
        return processes;
    }
}
