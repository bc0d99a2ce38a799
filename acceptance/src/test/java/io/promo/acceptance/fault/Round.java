package io.promo.acceptance.fault;

import static org.awaitility.Awaitility.await;

import io.promo.acceptance.Stack;
import io.promo.stack.LocalStack;
import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One round of a fault: the stack it hurts, and what is sent meanwhile. */
final class Round {

    /** As many rows a second that the audience takes long enough to be hurt. */
    static final int MAX_RATE = Integer.getInteger("promo.faults.rate", 2_000);

    private static final Pattern DECLARED_DEAD = Pattern.compile("Process [0-9a-f-]{36} is dead");

    final Stack stack;
    final LocalStack processes;
    final Facts facts;
    final Fault fault;
    /** From 1. */
    final int number;
    /** Makes the round's random moments: the same in every execution, unless another was given. */
    final long seed;

    final Random random;

    private final long staleBefore;
    private final List<Sending> sendings = new ArrayList<>();

    Round(Stack stack, Fault fault, int number, long seed) {
        this.stack = stack;
        this.processes = stack.processes;
        this.facts = new Facts(stack);
        this.fault = fault;
        this.number = number;
        this.seed = seed;
        this.random = new Random(seed + 1_000L * fault.number() + number);
        this.staleBefore = facts.staleRefused();
    }

    /** Publishes an event for everyone that is due now, at the suite's rate. */
    Sending send() throws Exception {
        return follow(stack.published(Stack.event(title(), MAX_RATE)));
    }

    /** Follows the run of an event that is published already; waits until there is one. */
    Sending follow(UUID eventId) {
        for (Sending known : sendings) {
            if (known.eventId.equals(eventId)) {
                return known;
            }
        }
        var sending = new Sending(stack, facts, eventId);
        sendings.add(sending);
        return sending;
    }

    String title() {
        return fault.name() + " " + number + "." + (sendings.size() + 1);
    }

    /** Names of the processes of a role that run, e.g. {@code worker-1}. */
    List<String> running(ProcessRole role) {
        return processes.status().processes(role).stream()
                .filter(process -> process.state() != Status.State.DEAD)
                .map(Status.Process::name)
                .toList();
    }

    /** The id under which a process of dispatch is known in the database. */
    UUID processId(String name) {
        return processes.status().processes().stream()
                .filter(process -> process.name().equals(name))
                .map(process -> facts.processId(process.pid()))
                .findFirst()
                .orElseThrow();
    }

    /** A worker that has just begun a partition of the run and will hold it for a while. */
    String victim(Sending sending) {
        return await("a worker in mid-partition")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> running(ProcessRole.WORKER).stream()
                                .filter(name -> facts.hasJustBegun(processId(name), sending.runId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The manager that drives the run. */
    String driver(Sending sending) {
        UUID owner = await().until(() -> facts.owner(sending.runId), Optional::isPresent)
                .orElseThrow();
        return running(ProcessRole.MANAGER).stream()
                .filter(name -> processId(name).equals(owner))
                .findFirst()
                .orElseThrow();
    }

    /** The process of that id. */
    String name(UUID processId) {
        return Stream.of(ProcessRole.MANAGER, ProcessRole.WORKER)
                .flatMap(role -> running(role).stream())
                .filter(name -> processId(name).equals(processId))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the run is split into partitions. */
    void awaitSplit(UUID runId) {
        await("the run is split")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !facts.attempts(runId).isEmpty());
    }

    /** Sees to it that this many managers run. */
    void managers(int count) throws InterruptedException {
        List<String> running = running(ProcessRole.MANAGER);
        for (String surplus : running.subList(Math.min(count, running.size()), running.size())) {
            processes.stop(surplus);
        }
        for (int missing = count - running.size(); missing > 0; missing--) {
            processes.startAnother(ProcessRole.MANAGER);
        }
    }

    /** Resumes whatever was paused. */
    void wake() throws InterruptedException {
        for (Status.Process process : processes.status().processes()) {
            if (process.state() != Status.State.DEAD) {
                processes.signal(process.name(), "CONT");
            }
        }
    }

    /** Restarts whatever has ended. */
    void bringBack() throws InterruptedException {
        processes.up(FaultsIT.WORKERS, line -> {});
    }

    /** An operator's order by REST. */
    void operator(Sending sending, String order) throws Exception {
        stack.admin.post(stack.dispatch("/runs/" + sending.runId + "/" + order));
    }

    /** An operator's order by REST; false when the run has completed meanwhile. */
    boolean operates(Sending sending, String order) throws Exception {
        try {
            operator(sending, order);
            return true;
        } catch (IOException e) {
            if (facts.state(sending.runId).equals("COMPLETED")) {
                return false;
            }
            throw e;
        }
    }

    /** Waits until a process is gone. */
    void awaitEnd(String name) {
        await(name + " ends")
                .atMost(Duration.ofSeconds(20))
                .until(() -> processes.status().processes().stream()
                        .anyMatch(it -> it.name().equals(name) && it.state() == Status.State.DEAD));
    }

    /** Processes declared dead so far, as the managers' logs tell. */
    long declaredDead() throws IOException {
        long dead = 0;
        for (Status.Process manager : processes.status().processes(ProcessRole.MANAGER)) {
            try (Stream<String> lines = Files.lines(stack.settings.home().resolve("logs/" + manager.name() + ".log"))) {
                dead += lines.filter(line -> DECLARED_DEAD.matcher(line).find()).count();
            }
        }
        return dead;
    }

    /** Lets a void round's runs end, so that they do not stand in the way of the next. */
    void completeAll() {
        sendings.forEach(Sending::completes);
    }

    /** What was found of everything sent. */
    Finding finding() throws SQLException {
        var findings = new ArrayList<Finding>();
        for (Sending sending : sendings) {
            findings.add(sending.finding());
        }
        Finding sum = Finding.sum(fault, findings);
        return new Finding(
                fault.number(),
                fault.name(),
                1,
                sum.rowsInAtInjection(),
                sum.recoveredInSeconds(),
                sum.missing(),
                sum.duplicates(),
                sum.extra(),
                sum.stuck(),
                sum.chunksReplayed(),
                facts.staleRefused() - staleBefore);
    }
}
