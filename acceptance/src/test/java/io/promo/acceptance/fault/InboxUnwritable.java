package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.acceptance.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox database takes no writes (round 1) or its disk is full (round 2): the run waits, says why, and goes on by itself. */
final class InboxUnwritable implements Fault {

    @Override
    public int number() {
        return 15;
    }

    @Override
    public String name() {
        return "inbox read-only, disk full";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public void round(Round round) throws Exception {
        JdbcClient superuser = Facts.client(round.stack.jdbcUrl("inbox"), "postgres");
        if (round.number == 1) {
            Sending sending = round.send().upTo(0.1).hurt();
            readOnly(superuser, "SET default_transaction_read_only = on");
            try {
                saysWhyItWaits(round, sending, "read-only");
            } finally {
                readOnly(superuser, "RESET default_transaction_read_only");
            }
            goesOn(sending);
        } else {
            try (var disk = SmallDisk.mounted(superuser)) {
                Assumptions.assumeTrue(disk != null, "a small disk takes the right to mount one");
                disk.take(Stack.today());
                Sending sending = round.send().upTo(0.02).hurt();
                saysWhyItWaits(round, sending, "No space left");
                disk.grow();
                goesOn(sending);
                assertThat(round.facts.state(sending.runId)).isEqualTo("COMPLETED");
            }
        }
    }

    private static void saysWhyItWaits(Round round, Sending sending, String why) {
        await("the run says why it waits")
                .atMost(Duration.ofSeconds(90))
                .until(() -> round.stack
                        .run(sending.runId.toString())
                        .path("reason")
                        .asString("")
                        .contains(why));
    }

    private static void goesOn(Sending sending) {
        sending.recovering();
        sending.goesOnWithin(Duration.ofSeconds(30));
        sending.completes();
    }

    private static void readOnly(JdbcClient superuser, String setting) {
        superuser.sql("ALTER ROLE promo_worker IN DATABASE inbox " + setting).update();
        superuser
                .sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'promo_worker' AND datname = 'inbox'")
                .query()
                .listOfRows();
    }
}
