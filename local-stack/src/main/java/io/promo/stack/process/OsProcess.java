package io.promo.stack.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process of this machine. The kernel gives a pid to another process some time after its holder has ended; together
 * with the start time, in clock ticks since boot, and the boot's own id it names one process for ever.
 */
public record OsProcess(long pid, long startTicks, String bootId) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** Position of the start time among the fields after the program's name in {@code /proc/<pid>/stat}. */
    private static final int START_TICKS = 19;

    /** The process that has the pid now; empty when there is none or it has ended and only waits to be reaped. */
    public static Optional<OsProcess> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The program's name stands in parentheses and may itself hold any character.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[0].equals("X") || (fields[0].equals("Z") && lastThread(pid))) {
                return Optional.empty();
            }
            String boot = Files.readString(BOOT_ID).strip();
            return Optional.of(new OsProcess(pid, Long.parseLong(fields[START_TICKS]), boot));
        } catch (IOException | UncheckedIOException e) {
            // No such file, or "No such process" when it ended while we read.
            return Optional.empty();
        }
    }

    /** The first thread of a killed process is a zombie before the others have ended and let go of its files and ports. */
    private static boolean lastThread(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.count() <= 1;
        }
    }

    /** Whether this very process still runs. */
    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** How long it has run by the system's clock; zero when that is not to be found out. */
    public Duration age() {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    /** Every process that has the given variable in its environment, to be asked for the value. */
    public static Map<OsProcess, String> withVariable(String name) {
        var found = new HashMap<OsProcess, String>();
        ProcessHandle.allProcesses()
                .forEach(handle -> variable(handle.pid(), name)
                        .ifPresent(value -> of(handle.pid()).ifPresent(process -> found.put(process, value))));
        return found;
    }

    /** Sends it a signal, e.g. {@code TERM}; false when it had ended before. Does not wait. */
    public boolean signal(String signal) throws InterruptedException {
        if (!alive()) {
            return false;
        }
        try {
            return new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal that asks it to end, waits, and ends it (SIGKILL) when it has not in the given time. */
    public void stop(String signal, Duration patience) throws InterruptedException {
        if (signal(signal) && !awaitEnd(patience) && signal("KILL")) {
            awaitEnd(Duration.ofSeconds(10));
        }
    }

    /** Whether it has ended within the given time. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    private static Optional<String> variable(long pid, String name) {
        try {
            String environment = Files.readString(Path.of("/proc", Long.toString(pid), "environ"), ISO_8859_1);
            return Stream.of(environment.split("\0"))
                    .filter(entry -> entry.startsWith(name + "="))
                    .map(entry -> entry.substring(name.length() + 1))
                    .findFirst();
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return Optional.empty();
        }
    }
}
