package io.promo.stack;

import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings components up side by side: PostgreSQL, Kafka and Keycloak at once, the services as soon as PostgreSQL is migrated
 * and Kafka answers. Either all of them become healthy or none that was started here is left.
 */
final class Starter {

    /** How long a process may take to become healthy. */
    static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final int LOG_LINES = 15;

    private final Settings settings;
    private final Processes processes;
    private final Consumer<String> progress;
    private final ConcurrentLinkedQueue<Processes.Target> started = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable StackException> failure = new AtomicReference<>();

    Starter(Settings settings, Processes processes, Consumer<String> progress) {
        this.settings = settings;
        this.processes = processes;
        this.progress = progress;
    }

    /**
     * Starts what does not run and waits until all are healthy.
     *
     * @param running the process of each component that runs already, by name
     * @throws StackException when one does not become healthy
     */
    void start(List<Component> components, Map<String, OsProcess> running) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            var servers = new ArrayList<CompletableFuture<Void>>();
            var all = new ArrayList<CompletableFuture<Void>>();
            for (Component component : components) {
                if (component.role().isServer()) {
                    var ready = CompletableFuture.runAsync(() -> bringUp(component, running), threads);
                    all.add(ready);
                    // Services ask Keycloak for its keys only when they see the first token.
                    if (component.role() != ProcessRole.KEYCLOAK) {
                        servers.add(ready);
                    }
                }
            }
            var base = CompletableFuture.allOf(servers.toArray(CompletableFuture[]::new));
            for (Component component : components) {
                if (!component.role().isServer()) {
                    all.add(base.thenRunAsync(() -> bringUp(component, running), threads));
                }
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            processes.stop(started);
            throw Objects.requireNonNullElseGet(
                    failure.get(), () -> new StackException("The stack could not be started: " + e, e));
        } finally {
            threads.shutdown();
        }
    }

    private void bringUp(Component component, Map<String, OsProcess> running) {
        long start = System.nanoTime();
        OsProcess found = running.get(component.name());
        try {
            OsProcess process = found != null ? found : launch(component);
            await(component, process);
            component.complete();
            // What was found was up before: the time would be that of our own checks.
            String how = found != null ? "found" : "started in %.1f s".formatted((System.nanoTime() - start) / 1e9);
            progress.accept("%-14s %s  %s".formatted(component.name(), how, component.url()));
        } catch (StackException e) {
            throw first(e);
        } catch (IOException | RuntimeException e) {
            throw first(new StackException(component.name() + " could not be started: " + e.getMessage(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw first(new StackException("Interrupted while " + component.name() + " was starting", e));
        }
    }

    private OsProcess launch(Component component) throws IOException, InterruptedException {
        OsProcess process = processes.start(component);
        started.add(new Processes.Target(component.role(), process));
        return process;
    }

    /** What fails first is what has to be told; the others fail because of it. */
    private StackException first(StackException failed) {
        failure.compareAndSet(null, failed);
        return failed;
    }

    private void await(Component component, OsProcess process) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!component.healthy()) {
            if (failure.get() != null) {
                throw new StackException(component.name() + " was given up, as another process did not start");
            }
            if (!process.alive()) {
                throw new StackException(component.name() + " ended while it was starting" + log(component));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException("%s was not healthy within %d s%s"
                        .formatted(component.name(), PATIENCE.toSeconds(), log(component)));
            }
            Thread.sleep(100);
        }
    }

    private String log(Component component) throws IOException {
        Path log = settings.log(component.name());
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        String last = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        return "; the end of " + log + ":\n  " + last;
    }
}
