package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL is shut down at once in mid-chunk and comes back at once (round 1), after half a minute (round 2), or takes
 * no new connection for half a minute after all of dispatch's were ended (round 3). Nobody is declared dead for it.
 */
final class DatabaseAway implements Fault {

    private static final String POSTGRES = "postgres";
    private static final int OUTAGE_SECONDS = 30;

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String name() {
        return "database away";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.1);
        long declaredDead = round.declaredDead();
        sending.hurt();
        switch (round.number) {
            case 1 -> {
                round.processes.signal(POSTGRES, "QUIT");
                round.awaitEnd(POSTGRES);
                round.processes.restart(POSTGRES);
            }
            case 2 -> {
                round.processes.signal(POSTGRES, "QUIT");
                round.awaitEnd(POSTGRES);
                TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
                round.processes.restart(POSTGRES);
            }
            default -> exhausted(round);
        }
        sending.recovering();
        sending.goesOnWithin(Duration.ofSeconds(60));
        sending.completes();
        assertThat(round.declaredDead()).as("processes declared dead").isEqualTo(declaredDead);
        assertThat(round.running(ProcessRole.WORKER)).hasSizeGreaterThan(1);
    }

    private static void exhausted(Round round) throws SQLException, InterruptedException {
        List<Connection> hoard = new ArrayList<>();
        String url =
                "jdbc:postgresql://127.0.0.1:" + round.stack.settings.ports().postgres() + "/postgres";
        try (Connection superuser = DriverManager.getConnection(url, "postgres", "");
                Statement statement = superuser.createStatement()) {
            takeAllLeft(round.stack.jdbcUrl("calendar"), hoard);
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'promo_dispatch'");
            takeAllLeft(round.stack.jdbcUrl("calendar"), hoard);
            TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
        } finally {
            for (Connection connection : hoard) {
                connection.close();
            }
        }
    }

    private static void takeAllLeft(String url, List<Connection> hoard) throws SQLException {
        try {
            while (true) {
                hoard.add(DriverManager.getConnection(url, "promo_owner", ""));
            }
        } catch (SQLException e) {
            // too_many_connections: what was wanted
            if (!"53300".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
