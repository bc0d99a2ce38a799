package io.promo.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.stack.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void shouldBringAnEmptyServerToItsThreeDatabasesAndChangeNothingWhenRepeated() throws SQLException, IOException {
        var migrations = new Migrations(testServer());
        migrations.run();
        List<String> first = applied();

        migrations.run();

        assertThat(applied())
                .isEqualTo(first)
                .hasSize(3 * files("shared") + files("calendar") + files("dispatch") + files("inbox"));
    }

    @Test
    void shouldBootstrapFromManyProcessesAtOnce() {
        var migrations = new Migrations(testServer());
        var attempts = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    try {
                        migrations.bootstrap();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(4)
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(attempts)).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void shouldExitWithFailureWhenTheServerIsUnreachableAndWithUsageWhenThePortIsNone() {
        assertThat(Migrate.run(Map.of("PROMO_SQL_HOST", "127.0.0.1", "PROMO_SQL_PORT", "1")))
                .isEqualTo(1);
        assertThat(Migrate.run(Map.of("PROMO_SQL_PORT", "many"))).isEqualTo(2);
    }

    @Test
    void shouldSetThePasswordsItIsGivenAndNeverSayThem() throws SQLException {
        Server trusting = testServer();
        var server =
                new Server(trusting.host(), trusting.port(), "postgres", null, Map.of(Role.WORKER, "it's \"secret\""));

        new Migrations(server).createRoles();

        assertThat(Sql.on(TestDatabase.create(Database.INBOX).asSuperuser())
                        .one("SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'promo_worker'"))
                .isEqualTo("t");
        assertThat(server.toString()).doesNotContain("secret");
    }

    @Test
    void shouldRefuseAServerThatDoesNotAnswer() {
        assertThatThrownBy(() -> new Migrations(Server.trusting("127.0.0.1", 1)).run())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void shouldBringTheRowsOfThePreviousReleaseAlong() throws SQLException {
        var migrations = new Migrations(testServer());
        String name = "dispatch_before_" + System.nanoTime();
        migrations.createDatabase(Database.DISPATCH, name, "template1");
        Flyway.configure()
                .dataSource(testServer().as(Role.OWNER, name))
                .locations("classpath:db/shared", "classpath:db/dispatch")
                .target("102")
                .load()
                .migrate();
        Sql before = Sql.on(testServer().as(Role.OWNER, name));
        before.all("""
                INSERT INTO schedule (event_id, version, status, title, start_datetime, end_datetime, time_zone,
                                      promotion_package, audience)
                SELECT md5(what)::uuid, 1, 'PUBLISHED', what, '2026-01-01Z', until::timestamptz, 'UTC', '{}', '{}'
                FROM (VALUES ('over', '2026-01-05Z'), ('of no length', '2026-01-01Z'), ('turned', '2025-12-31Z'),
                             ('longest', '2027-01-02Z'), ('too long', '2028-01-01Z')) AS s (what, until)
                """);
        before.all("""
                INSERT INTO run (event_id, title, dispatch_date, event_version, audience_at, audience, promotion_package,
                                 due_at, requested_by, requested_at, state)
                SELECT md5('over')::uuid, what, date '2026-01-01' + row_number() OVER ()::int, 1, now(), '{}', '{}', now(),
                       'ann', asked::timestamptz, state
                FROM (VALUES ('asked for after the end', '2026-01-06Z', 'RUNNING'),
                             ('restarted after the end', '2026-01-02Z', 'PAUSED'),
                             ('restarted before the end', '2026-01-02Z', 'RUNNING'),
                             ('paused after the end', '2026-01-02Z', 'PAUSED'),
                             ('asked for before the end', '2026-01-05Z', 'DUE'),
                             ('stopped', '2026-01-06Z', 'STOPPED')) AS r (what, asked, state)
                """);
        before.all("""
                INSERT INTO run_action (run_id, at, actor, action)
                SELECT run_id, at::timestamptz, 'ann', action
                FROM run JOIN (VALUES ('restarted after the end', '2026-01-03Z', 'RESTART'),
                                      ('restarted after the end', '2026-01-07Z', 'RESTART'),
                                      ('restarted before the end', '2026-01-03Z', 'RESTART'),
                                      ('paused after the end', '2026-01-07Z', 'PAUSE')) AS a (title, at, action) USING (title)
                """);
        before.all("""
                INSERT INTO customer (user_id, display_name, unsubscribed, unsubscribed_at)
                SELECT md5(n::text)::uuid, n::text, n > 0, CASE WHEN n > 0 THEN now() END FROM generate_series(0, 2) n
                """);
        before.all("INSERT INTO preference VALUES (md5('2')::uuid, 1, true, now())");

        migrations.migrate(Database.DISPATCH, name);

        assertThat(before.all("SELECT title || ' ' || (end_datetime - start_datetime) FROM schedule ORDER BY title"))
                .containsExactly(
                        "longest 366 days",
                        "of no length 00:00:00.000001",
                        "over 4 days",
                        "too long 366 days",
                        "turned 00:00:00.000001");
        assertThat(before.all("SELECT title FROM run WHERE after_end ORDER BY title"))
                .containsExactly("asked for after the end", "restarted after the end");
        assertThat(before.all("SELECT display_name FROM customer WHERE unsubscribed_by IS NOT NULL"))
                .containsExactly("1");
    }

    private static int files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../sql/src/main/resources/db", folder))) {
            return (int) files.count();
        }
    }

    private static Server testServer() {
        String url = TestDatabase.create(Database.CALENDAR).jdbcUrl();
        return Server.trusting(
                "127.0.0.1", URI.create(url.substring("jdbc:".length())).getPort());
    }

    private static List<String> applied() throws SQLException {
        var applied = new ArrayList<String>();
        for (Database database : Database.values()) {
            applied.addAll(Sql.on(testServer().as(Role.OWNER, database.databaseName()))
                    .all("SELECT installed_rank || ' ' || script || ' ' || installed_on FROM flyway_schema_history"
                            + " WHERE success ORDER BY installed_rank"));
        }
        return applied;
    }
}
