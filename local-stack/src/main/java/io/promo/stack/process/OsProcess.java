package io.promo.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
            if (fields[0].equals("Z") || fields[0].equals("X")) {
                return Optional.empty();
            }
            String boot = Files.readString(BOOT_ID).strip();
            return Optional.of(new OsProcess(pid, Long.parseLong(fields[START_TICKS]), boot));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // "No such process": it ended while we read.
            return Optional.empty();
        }
    }

    /** Whether this very process still runs. */
    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Asks it to end (SIGTERM), waits, and ends it (SIGKILL) when it has not in the given time. */
    public void stop(Duration patience) throws InterruptedException {
        if (signal(false) && !awaitEnd(patience)) {
            kill();
        }
    }

    /** Ends it at once (SIGKILL) and waits until it is gone. */
    public void kill() throws InterruptedException {
        if (signal(true)) {
            awaitEnd(Duration.ofSeconds(10));
        }
    }

    /** Sends SIGTERM, or SIGKILL when forced; false when it had ended before. Does not wait. */
    public boolean signal(boolean forced) {
        Optional<ProcessHandle> handle = alive() ? ProcessHandle.of(pid) : Optional.empty();
        return handle.map(it -> forced ? it.destroyForcibly() : it.destroy()).orElse(false);
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
}
