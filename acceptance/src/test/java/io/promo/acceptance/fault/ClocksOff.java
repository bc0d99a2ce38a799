package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A worker's clock is five minutes ahead (round 1) or behind (round 2), or the manager's is (rounds 3 and 4): only the
 * database's clock counts. Takes libfaketime (on Debian: package faketime); without it the fault is skipped.
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
        ProcessRole role = round.number <= 2 ? ProcessRole.WORKER : ProcessRole.MANAGER;
        round.managers(1);
        String process = round.running(role).get(0);
        round.processes.stop(process);
        round.processes.restart(
                process,
                Map.of(
                        "LD_PRELOAD",
                        String.valueOf(library),
                        "FAKETIME",
                        round.number % 2 == 1 ? "+5m" : "-5m",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        long declaredDead = round.declaredDead();
        Sending sending = round.send().upTo(0.1).hurt();
        // The process beside it dies: whoever judges that must not go by a clock of its own.
        String other = round.running(ProcessRole.WORKER).stream()
                .filter(name -> !name.equals(process))
                .findFirst()
                .orElseThrow();
        round.processes.kill(other);
        round.processes.restart(other);
        sending.goesOnWithin(Duration.ofSeconds(20));
        sending.completes();
        assertThat(round.declaredDead() - declaredDead)
                .as("processes declared dead")
                .isLessThanOrEqualTo(1);
        round.processes.stop(process);
        round.processes.restart(process);
    }
}
