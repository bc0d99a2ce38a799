package io.promo.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.stack.testing.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of earlier builds move to where this build has them, while processes of those builds go on. */
class MessageCopyTest {

    /** What the tables of both builds hold and the other does not. */
    private static final String DIFFERENCE = """
            WITH before AS (
                SELECT user_id, event_id, dispatch_date, template_id, array_to_string(params, ',', '') AS params, is_read,
                       read_at, created_at
                FROM message),
            after AS (
                SELECT user_id, event_id, dispatch_date, template_id, array_to_string(params, ','), is_read, read_at, created_at
                FROM inbox_message_detail)
            SELECT 'lost ' || before::text FROM (TABLE before EXCEPT ALL TABLE after) AS before
            UNION ALL SELECT 'made up ' || after::text FROM (TABLE after EXCEPT ALL TABLE before) AS after""";

    private static int databases;

    private final String name = "inbox_copy_" + ++databases;
    private Migrations migrations;
    private Sql owner;
    private Sql manager;
    private Sql worker;
    private Sql inbox;

    /** A database of the build before, with three runs in two partitions and a test message; every seventh is read. */
    @BeforeEach
    void fillTheDatabaseOfTheBuildBefore() throws SQLException {
        Server server = server();
        migrations = new Migrations(server);
        migrations.createDatabase(Database.INBOX, name, "template1");
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.as(Role.OWNER, name))
                .locations("classpath:db/shared", "classpath:db/inbox")
                .target("102")
                .load()
                .migrate();
        owner = Sql.on(server.as(Role.OWNER, name));
        manager = Sql.on(server.as(Role.MANAGER, name));
        worker = Sql.on(server.as(Role.WORKER, name));
        inbox = Sql.on(server.as(Role.INBOX, name));
        owner.all("INSERT INTO event_state VALUES (" + id("event", 1)
                + ", 1, 'PUBLISHED', 'One', now() + interval '1 day'), (" + id("event", 2)
                + ", 2, 'CANCELLED', 'Two', now() + interval '1 day')");
        // Sent out of the order of their dates: what came last is the newest.
        deliver(1, 0, 1, 3_000);
        deliver(2, 8, 1, 3_000);
        deliver(1, 8, 1, 3_000);
        manager.all(
                "INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body, test_of) VALUES ("
                        + id("test", 1) + ", " + id("test event", 1) + ", 1, 'en', 's', 'b', " + id("event", 1) + ")");
        manager.all("SELECT deliver_test(gen_random_uuid(), " + id("user", 7) + ", current_date, " + id("test", 1)
                + ", NULL)");
        inbox.all("UPDATE message SET is_read = true, read_at = now() WHERE get_byte(uuid_send(user_id), 0) % 7 = 0");
    }

    @Test
    void shouldKeepEveryMessageAndItsMarks() throws SQLException {
        migrations.migrate(Database.INBOX, name);

        migrations.copyMessages(name, left -> {});

        assertThat(owner.all(DIFFERENCE)).isEmpty();
        assertThat(owner.one("SELECT count(*) FROM inbox_message")).isEqualTo("9001");
        assertThat(owner.all("SELECT event_id || ' ' || current_date - dispatch_date || ' ' || live_until FROM delivery"
                        + " WHERE user_id IS NULL ORDER BY delivery_id"))
                .as("in the order in which they came, live as their event is")
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(uuid("event", 1) + " 0 20"),
                        second -> assertThat(second).isEqualTo(uuid("event", 2) + " 8 -infinity"),
                        third -> assertThat(third).startsWith(uuid("event", 1) + " 8 20"));
        assertThat(owner.one("SELECT user_id FROM delivery WHERE user_id IS NOT NULL"))
                .isEqualTo(uuid("user", 7));
    }

    @Test
    void shouldGoOnWhereItWasCutWhileReadersAndARunGoOn() throws SQLException {
        migrations.migrate(Database.INBOX, name);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> quietly(() -> {
            for (int chunk = 0; chunk < 10; chunk++) {
                deliver(3, 0, 1 + 200 * chunk, 200);
            }
        }));
        CompletableFuture<Void> readers = CompletableFuture.runAsync(() -> quietly(() -> {
            for (int user = 1; !over.get(); user = user % 3_000 + 1) {
                inbox.all("UPDATE message SET is_read = NOT is_read, read_at = now() WHERE user_id = "
                        + id("user", user));
                if (user % 10 == 0) {
                    inbox.all("DELETE FROM message WHERE user_id = " + id("user", user));
                }
            }
        }));

        int steps = 0;
        // Each step on a session of its own, as after a crash.
        while (owner.one("SELECT copy_messages(20)") != null) {
            steps++;
        }
        run.join();
        over.set(true);
        readers.join();
        migrations.copyMessages(name, left -> {});

        assertThat(steps).isGreaterThan(5);
        assertThat(owner.all(DIFFERENCE)).isEmpty();
    }

    @Test
    void shouldTakeAwayTheOldTableOnlyOnceAllIsCopied() throws SQLException {
        migrations.migrate(Database.INBOX, name);

        assertThatThrownBy(() -> owner.all("SELECT drop_copied_messages()"))
                .hasMessageContaining("not all messages are copied");
        migrations.copyMessages(name, left -> {});
        owner.all("SELECT drop_copied_messages()");
        migrations.copyMessages(name, left -> {});

        assertThat(owner.one("SELECT to_regclass('message')")).isNull();
        assertThat(owner.one("SELECT count(*) FROM inbox_message")).isEqualTo("9001");
    }

    @Test
    void shouldLeaveTheOldTableToProcessesThatHaveSentNothingYet() throws SQLException {
        owner.all("DELETE FROM message");

        migrations.migrate(Database.INBOX, name);
        deliver(3, 0, 1, 10);
        migrations.copyMessages(name, left -> {});

        assertThat(owner.one("SELECT count(*) FROM inbox_message")).isEqualTo("10");
    }

    @Test
    void shouldLeaveNothingOfTheOldTableInANewDatabase() throws SQLException {
        Sql fresh = Sql.on(TestDatabase.create(Database.INBOX).as(Role.OWNER));

        assertThat(fresh.one("SELECT to_regclass('message')")).isNull();
        assertThat(
                        fresh.one(
                                "SELECT count(*) FROM pg_proc WHERE proname ~ 'cop(y|ied)|repeat_' AND pronamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    /** As dispatch of the build before does it: the template, then a chunk of messages. */
    private void deliver(int event, int daysAgo, int firstUser, int users) throws SQLException {
        String template = id("template " + daysAgo, event);
        manager.all("SELECT ensure_partition(current_date - " + daysAgo + ")");
        manager.all(
                "INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body, placeholders)"
                        + " VALUES (" + template + ", " + id("event", event)
                        + ", 1, 'en', 's', 'b', '{name,country}') ON CONFLICT DO NOTHING");
        worker.all("INSERT INTO message (message_id, user_id, event_id, dispatch_date, template_id, params)"
                + " SELECT gen_random_uuid(), md5('user ' || n)::uuid, " + id("event", event) + ", current_date - "
                + daysAgo + ", "
                + template + ", ARRAY['Name ' || n, CASE WHEN n % 2 = 0 THEN 'DE' END] FROM generate_series("
                + firstUser + ", "
                + (firstUser + users - 1) + ") AS n ON CONFLICT DO NOTHING");
    }

    private static String id(String kind, int number) {
        return "md5('" + kind + " " + number + "')::uuid";
    }

    private String uuid(String kind, int number) throws SQLException {
        return owner.one("SELECT " + id(kind, number));
    }

    private static Server server() {
        TestDatabase any = TestDatabase.create(Database.INBOX);
        String[] hostAndPort =
                any.jdbcUrl().replaceAll("^jdbc:postgresql://([^/]+)/.*$", "$1").split(":");
        return Server.trusting(hostAndPort[0], Integer.parseInt(hostAndPort[1]));
    }

    private interface Statements {
        void run() throws SQLException;
    }

    private static void quietly(Statements statements) {
        try {
            statements.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
