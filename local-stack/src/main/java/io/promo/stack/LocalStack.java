package io.promo.stack;

import io.promo.stack.StackFile.Content;
import io.promo.stack.StackFile.Entry;
import io.promo.stack.dist.Dist;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A stack of local processes that live on when this one ends. Everything is found again through {@code stack.json} in
 * its home, so any number of objects may speak of one stack, in any number of processes; changes take a lock.
 */
public final class LocalStack {

    private static final int WORKERS = 2;

    /** All that is ours in the home; a {@code .part} is what an interrupted start left. */
    private static final List<String> OURS = List.of(
            "postgres",
            "postgres.part",
            "kafka",
            "keycloak",
            "services",
            "logs",
            "tmp",
            "stack.json",
            "stack.json.part",
            "lock");

    private final Settings settings;
    private final StackFile memory;
    private final Processes processes;

    public LocalStack(Settings settings) {
        this.settings = settings;
        this.memory = new StackFile(settings.home());
        this.processes = new Processes(settings.home(), memory);
    }

    /**
     * Starts what does not run yet and waits until all of it is healthy.
     *
     * @param workers how many, at least; 0: as many as before, else 2
     * @param progress receives a line for each process that has become healthy, from any thread
     * @throws StackException when that is impossible; then nothing is left of what was started here
     */
    public Status up(int workers, Consumer<String> progress) throws InterruptedException {
        try (var lock = UpLock.take(settings.home())) {
            Content before = memory.read();
            if (before == null || !before.anyAlive()) {
                // Nothing runs, so the ports may change; the names stay, so that the same stack comes back.
                before = new Content(
                        settings.ports(),
                        before == null ? List.of() : before.processes(),
                        Urls.of(settings.ports()),
                        Status.Database.all(settings.ports()));
            }
            List<Component> wanted = wanted(before, workers);
            bringUp(before, wanted, progress);
        }
        return status();
    }

    /** Starts one more process of a role of ours, at a free port, and waits until it is healthy. */
    public Status.Process startAnother(ProcessRole role) throws InterruptedException {
        Content content = content();
        int number = role == ProcessRole.WORKER ? 1 : 2;
        while (content.entry(role.id() + "-" + number).isPresent()) {
            number++;
        }
        Components components = components(content.ports());
        return startOne(
                role == ProcessRole.WORKER
                        ? components.worker(number)
                        : components.named(role.id() + "-" + number, role, freePort()));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StackException("No free port: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a process that was started before and has ended, and waits until it is healthy.
     *
     * @param name e.g. {@code worker-1}
     */
    public Status.Process restart(String name) throws InterruptedException {
        return restart(name, Map.of());
    }

    /**
     * The same, with more variables in its environment this once.
     *
     * @param environment replaces what the process would inherit or is configured with
     */
    public Status.Process restart(String name, Map<String, String> environment) throws InterruptedException {
        Entry entry = entry(name);
        Component component = components(content().ports()).named(name, entry.role(), entry.port());
        return startOne(environment.isEmpty() ? component : new WithEnvironment(component, environment));
    }

    /** Asks a process to end in good order, and waits; kills it when that takes too long. */
    public void stop(String name) throws InterruptedException {
        Entry entry = entry(name);
        processes.stop(List.of(new Processes.Target(entry.role(), entry.process())));
    }

    /** Kills a process (SIGKILL) and waits until it is gone. */
    public void kill(String name) throws InterruptedException {
        signal(name, "KILL");
        if (!entry(name).process().awaitEnd(Duration.ofSeconds(10))) {
            throw new StackException(name + " survived SIGKILL");
        }
    }

    /** Sends a signal to a process, e.g. {@code STOP} and {@code CONT} to pause and resume it; does not wait. */
    public void signal(String name, String signal) throws InterruptedException {
        if (!entry(name).process().signal(signal)) {
            throw new StackException(name + " does not run");
        }
    }

    /**
     * Stops everything that was ever started for this home and still runs, services before servers.
     *
     * @param wipe whether data and logs go, too
     */
    public void down(boolean wipe) throws InterruptedException {
        if (!Files.exists(settings.home())) {
            return;
        }
        try (var lock = UpLock.take(settings.home())) {
            processes.stopAll();
            Content content = memory.read();
            memory.write(Content.none(content == null ? settings.ports() : content.ports()));
            if (wipe) {
                wipe();
            }
        } catch (IOException e) {
            throw new StackException("Cannot remove " + settings.home() + ": " + e.getMessage(), e);
        }
    }

    /** Only what is ours: someone may have made a directory with other things in it our home. */
    private void wipe() throws IOException {
        for (String name : OURS) {
            Dist.delete(settings.home().resolve(name));
        }
        try (Stream<Path> rest = Files.list(settings.home())) {
            if (rest.findAny().isEmpty()) {
                Files.delete(settings.home());
            }
        }
    }

    /** How it is now: each process is looked for and asked. */
    public Status status() {
        Content content = memory.read();
        if (content == null) {
            content = Content.none(settings.ports());
        }
        Components components = components(content.ports());
        List<Status.Process> states = content.processes().parallelStream()
                .sorted(Comparator.comparing(Entry::role).thenComparing(Entry::name))
                .map(entry -> state(entry, components))
                .toList();
        return new Status(states, content.databases(), content.urls());
    }

    /** How many of its processes run, well or not. */
    int running() {
        Content content = memory.read();
        return content == null
                ? 0
                : (int) content.processes().stream()
                        .filter(entry -> entry.process().alive())
                        .count();
    }

    private static Status.Process state(Entry entry, Components components) {
        Status.State state = Status.State.DEAD;
        if (entry.process().alive()) {
            boolean healthy =
                    components.named(entry.name(), entry.role(), entry.port()).healthy();
            state = Status.State.ofAlive(healthy, entry.process().age());
        }
        return new Status.Process(entry.name(), entry.role(), entry.process().pid(), entry.port(), state, entry.url());
    }

    private List<Component> wanted(Content before, int workers) {
        Components components = components(before.ports());
        boolean first = before.processes().isEmpty();
        var wanted = new ArrayList<>(components.all(workers > 0 ? workers : first ? WORKERS : 0));
        for (Entry entry : before.processes()) {
            boolean known = wanted.stream().anyMatch(it -> it.name().equals(entry.name()));
            boolean tooMany = workers > 0
                    && entry.role() == ProcessRole.WORKER
                    && !entry.process().alive();
            if (!known && !tooMany) {
                wanted.add(components.named(entry.name(), entry.role(), entry.port()));
            }
        }
        return wanted;
    }

    private void bringUp(Content before, List<Component> wanted, Consumer<String> progress)
            throws InterruptedException {
        Map<String, OsProcess> running = new HashMap<>();
        var kept = new ArrayList<Entry>();
        for (Entry entry : before.processes()) {
            if (entry.process().alive()) {
                running.put(entry.name(), entry.process());
                kept.add(entry);
            }
        }
        List<Component> missing =
                wanted.stream().filter(it -> !running.containsKey(it.name())).toList();
        new Preflight(settings, before.ports()).check(missing);
        memory.write(new Content(before.ports(), kept, before.urls(), before.databases()));
        new Starter(settings, processes, progress).start(wanted, running);
    }

    private Status.Process startOne(Component component) throws InterruptedException {
        try (var lock = UpLock.take(settings.home())) {
            new Preflight(settings, content().ports()).check(List.of(component));
            new Starter(settings, processes, line -> {}).start(List.of(component), Map.of());
            return state(entry(component.name()), components(content().ports()));
        }
    }

    private Content content() {
        Content content = memory.read();
        if (content == null) {
            throw new StackException("There is no stack at " + settings.home() + "; start it with promo up");
        }
        return content;
    }

    private Entry entry(String name) {
        return content().entry(name).orElseThrow(() -> new StackException("There is no process named " + name));
    }

    private Components components(Ports ports) {
        Jdk jdk = Jdk.newest(System.getenv())
                .orElseThrow(() -> new StackException(
                        "No JDK of release %d or newer in JAVA_HOME, /usr/lib/jvm or PATH; install one, or set JAVA_HOME"
                                .formatted(Jdk.OLDEST)));
        return new Components(settings, jdk, ports);
    }
}
