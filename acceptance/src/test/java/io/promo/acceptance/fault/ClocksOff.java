package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/**
 * A worker's clock is five minutes ahead (round 1) or behind (round 2), or the manager's is (rounds 3 and 4), and a worker
 * is killed, that one itself or another: only the database's clock counts. Takes libfaketime (on Debian: package faketime); without it the fault is skipped.
 */
final class ClocksOff implements Fault {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    @Override
    public int number() {
        return 14;
    }

    @Override
    public String name() {
        return "clocks five minutes off";
    }

    @Override
    public int rounds() {
        return 4;
    }

    @Override
    public void round(Round round) throws Exception {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
        Assumptions.assumeTrue(library != null, "libfaketime is not installed; on Debian: apt-get install faketime");
        boolean ofAWorker = round.number <= 2;
        String process = round.running(ofAWorker ? ProcessRole.WORKER : ProcessRole.MANAGER)
                .get(0);
        round.managers(1);
        boolean ahead = round.number % 2 == 1;
        round.processes.stop(process);
        Status.Process skewed = round.processes.restart(
                process,
                Map.of(
                        "LD_PRELOAD",
                        String.valueOf(library),
                        "FAKETIME",
                        ahead ? "+5m" : "-5m",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        assertThat(Duration.between(Instant.now(), clockOf(skewed)))
                .as("how far the clock is off")
                .isCloseTo(Duration.ofMinutes(ahead ? 5 : -5), Duration.ofSeconds(10));
        long declaredDead = round.declaredDead();
        Sending sending = round.send().upTo(0.1);
        // Whoever judges a process must go neither by its own clock nor by the other's.
        String victim = ofAWorker ? process : round.victim(sending);
        Set<Integer> held = killed(round, sending, victim);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        sending.resumesWithin(Duration.ofSeconds(20), held, attempts);
        sending.completes();
        assertThat(round.declaredDead() - declaredDead)
                .as("processes declared dead")
                .isEqualTo(1);
        if (!ofAWorker) {
            round.processes.stop(process);
        }
    }

    private static Set<Integer> killed(Round round, Sending sending, String victim) throws InterruptedException {
        UUID processId = round.processId(victim);
        await("%s holds a partition".formatted(victim))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> round.facts.hasJustBegun(processId, sending.runId));
        sending.hurt();
        round.processes.kill(victim);
        Set<Integer> held = round.facts.heldBy(processId, sending.runId);
        if (held.isEmpty()) {
            throw new VoidRound("the killed worker held nothing");
        }
        return held;
    }

    private static Instant clockOf(Status.Process process) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(process.url())).build();
        String date = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Date")
                .orElseThrow();
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }
}
