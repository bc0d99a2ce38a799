package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.acceptance.Stack;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hurts the stack in all the ways of {@link Fault#all()} while messages are sent, and compares what arrived with the
 * audience. A few rounds in every build; all with {@code -Pfaults}, one with {@code -Dfault=N}, and with
 * {@code -Dfaults.resume} only those that have no finding from an earlier execution yet.
 */
@ExtendWith(Stack.Extension.class)
class FaultsIT {

    static final int WORKERS = Integer.getInteger("promo.faults.workers", 2);

    private static final Logger log = System.getLogger(FaultsIT.class.getName());
    private static final boolean ALL = Boolean.getBoolean("promo.faults.all");
    private static final int ONLY = Integer.getInteger("promo.fault", 0);
    private static final long SEED = Long.getLong("promo.faults.seed", 1);
    private static final int TRIES = 4;

    private static final Findings FINDINGS = new Findings();

    private final Stack stack;

    FaultsIT(Stack stack) {
        this.stack = stack;
    }

    @AfterAll
    static void tell() throws IOException {
        log.log(Level.INFO, FINDINGS::table);
        FINDINGS.write();
    }

    @TestFactory
    Stream<DynamicTest> shouldBeExactAfter() {
        return Fault.all().stream()
                .filter(fault -> ONLY == 0 ? rounds(fault) > 0 : ONLY == fault.number())
                .filter(fault -> !FINDINGS.has(fault))
                .map(fault -> DynamicTest.dynamicTest(fault.number() + " " + fault.name(), () -> suffer(fault)));
    }

    private static int rounds(Fault fault) {
        return ALL ? fault.rounds() : fault.roundsInEveryBuild();
    }

    private void suffer(Fault fault) throws Exception {
        List<Finding> rounds = new ArrayList<>();
        try {
            for (int number = 1; number <= Math.max(1, rounds(fault)); number++) {
                rounds.add(suffer(fault, number));
            }
        } catch (Exception | AssertionError e) {
            log.log(Level.WARNING, () -> fault.number() + " " + fault.name() + " has no finding", e);
            FINDINGS.without(fault, e);
            throw e;
        }
        Finding finding = Finding.sum(fault, rounds);
        FINDINGS.add(finding);
        assertThat(finding)
                .matches(Finding::exact, "every eligible customer has one message, and nothing is half done");
    }

    private Finding suffer(Fault fault, int number) throws Exception {
        for (int tries = 1; ; tries++) {
            stack.processes.up(WORKERS, line -> {});
            var round = new Round(stack, fault, number, SEED);
            try {
                fault.round(round);
                Finding finding = round.finding();
                log.log(Level.INFO, () -> "round " + number + ": " + finding);
                return finding;
            } catch (VoidRound e) {
                log.log(Level.INFO, () -> fault.name() + ", round " + number + " is void: " + e.getMessage());
                if (tries == TRIES) {
                    throw new AssertionError("void " + TRIES + " times: " + e.getMessage(), e);
                }
                round.wake();
                stack.processes.up(WORKERS, line -> {});
                round.completeAll();
            } finally {
                round.wake();
            }
        }
    }
}
