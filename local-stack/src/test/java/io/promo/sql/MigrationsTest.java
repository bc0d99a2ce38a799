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
