package io.promo.stack;

import io.promo.stack.StackFile.Entry;
import io.promo.stack.process.Launch;
import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Starts and stops the processes of one stack. Each is written to the stack's memory as soon as it runs, and carries a mark
 * in its environment, by which it is found even when we were killed before we could write.
 */
final class Processes {

    /** Variable of every process of a stack: {@code <home>|<role>}. */
    private static final String MARK = "PROMO_STACK_PROCESS";

    private final Path home;
    private final StackFile memory;

    Processes(Path home, StackFile memory) {
        this.home = home;
        this.memory = memory;
    }

    /** Starts a component and remembers it; does not wait until it is healthy. */
    OsProcess start(Component component) throws IOException, InterruptedException {
        Launch launch = component.prepare().with(MARK, home + "|" + component.role());
        OsProcess process = launch.start();
        memory.record(new Entry(component.name(), component.role(), component.port(), component.url(), process));
        return process;
    }

    /** Stops everything of this stack, remembered or marked, services first. */
    void stopAll() throws InterruptedException {
        Set<Target> targets = new HashSet<>();
        StackFile.Content content = memory.read();
        if (content != null) {
            content.processes().forEach(entry -> targets.add(new Target(entry.role(), entry.process())));
        }
        OsProcess.withVariable(MARK).forEach((process, mark) -> {
            if (mark.startsWith(home + "|")) {
                targets.add(new Target(ProcessRole.valueOf(mark.substring(mark.lastIndexOf('|') + 1)), process));
            }
        });
        stop(targets);
    }

    /** Stops these, services before servers. */
    void stop(Collection<Target> targets) throws InterruptedException {
        stopTogether(targets.stream().filter(it -> !it.role().isServer()).toList());
        stopTogether(targets.stream().filter(it -> it.role().isServer()).toList());
    }

    private static void stopTogether(List<Target> targets) throws InterruptedException {
        for (Target target : targets) {
            target.process().signal(target.role().stopSignal());
        }
        long start = System.nanoTime();
        for (Target target : targets) {
            Duration patience = target.role().stopPatience().minusNanos(System.nanoTime() - start);
            if (!target.process().awaitEnd(patience) && target.process().signal("KILL")) {
                target.process().awaitEnd(Duration.ofSeconds(10));
            }
        }
    }

    /** A process to be stopped in the way of its role. */
    record Target(ProcessRole role, OsProcess process) {}
}
