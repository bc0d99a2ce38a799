package io.promo.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.stack.testing.TestDatabase;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each role can do what the design says, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastPrivilegeTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String MESSAGE = """
            INSERT INTO inbox_message (delivery_id, user_id, template_no)
            VALUES (delivery_number(current_date), gen_random_uuid(), 1)""";

    private static final String TEMPLATE = """
            INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body)
            VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'en', 's', 'b')""";

    private final Map<Database, TestDatabase> databases = new EnumMap<>(Database.class);
    private String partition;

    @BeforeAll
    void createDatabases() throws SQLException {
        for (Database database : Database.values()) {
            databases.put(database, TestDatabase.create(database));
        }
        partition = as(Role.OWNER, Database.INBOX).one("SELECT ensure_inbox_partition(current_date)");
    }

    @Test
    void shouldLetTheWorkerOnlyInsertMessages() throws SQLException {
        Sql worker = as(Role.WORKER, Database.INBOX);

        worker.all(MESSAGE);
        worker.all(MESSAGE + " ON CONFLICT DO NOTHING");
        worker.all("CREATE TEMPORARY TABLE chunk (user_id uuid)");

        refused(worker, "SELECT * FROM inbox_message");
        refused(worker, "SELECT * FROM " + partition);
        refused(worker, "UPDATE inbox_message SET is_read = true");
        refused(worker, "DELETE FROM inbox_message");
        refused(worker, "TRUNCATE inbox_message");
        refused(worker, TEMPLATE);
        refused(worker, "SELECT * FROM message_template");
        refused(worker, "SELECT * FROM inbox_message_detail");
        refused(worker, "SELECT body FROM message_template");
        refused(worker, "SELECT user_id FROM delivery");
        worker.all("SELECT delivery_id, event_id, dispatch_date FROM delivery");
        worker.all("SELECT template_id, template_no FROM message_template");
        refused(worker, "SELECT open_delivery(gen_random_uuid(), current_date)");
        refused(worker, "SELECT ensure_inbox_partition(current_date)");
        refused(worker, "SELECT drop_expired_inbox_partition()");
        refused(worker, "SELECT * FROM outbox");
    }

    @Test
    void shouldLetTheManagerOnlyInsertTemplatesAndOpenDeliveries() throws SQLException {
        Sql manager = as(Role.MANAGER, Database.INBOX);

        manager.all(TEMPLATE);
        manager.all("SELECT open_delivery(gen_random_uuid(), current_date)");

        refused(manager, "SELECT * FROM message_template");
        refused(manager, "UPDATE message_template SET body = 'other'");
        refused(manager, MESSAGE);
        refused(manager, "SELECT * FROM inbox_message");
        refused(manager, "SELECT drop_expired_inbox_partition()");
        refused(manager, "CREATE TEMPORARY TABLE chunk (user_id uuid)");
    }

    @Test
    void shouldLetTheInboxReadAndMarkButNotWriteMessages() throws SQLException {
        Sql inbox = as(Role.INBOX, Database.INBOX);

        inbox.all("SELECT * FROM inbox_message_detail");
        inbox.all("UPDATE delivery SET live_until = now()");
        refused(inbox, "UPDATE delivery SET delivery_id = 1");
        refused(inbox, "SELECT open_delivery(gen_random_uuid(), current_date)");
        inbox.all("UPDATE inbox_message SET is_read = true WHERE user_id = gen_random_uuid()");
        inbox.all("SELECT ensure_inbox_partition(current_date)");
        inbox.all("SELECT drop_expired_inbox_partition()");
        inbox.all("VACUUM " + partition);

        refused(inbox, MESSAGE);
        refused(inbox, TEMPLATE);
        refused(inbox, "UPDATE message_template SET body = 'other'");
        refused(inbox, "UPDATE inbox_settings SET retention_days = 1");
    }

    @ParameterizedTest
    @CsvSource({"CALENDAR,CALENDAR", "DISPATCH,DISPATCH", "INBOX,INBOX"})
    void shouldLetEachServiceUseTheTablesThatEveryDatabaseHas(Role role, Database database) throws SQLException {
        Sql service = as(role, database);

        service.all("INSERT INTO outbox (lane, aggregatetype, aggregateid, type, topic, payload)"
                + " VALUES (1, 'event', 'a', 'T', 'topic', '{}')");
        service.all("UPDATE outbox_lane SET holder = 'me'");
        service.all("INSERT INTO consumed_event VALUES ('me', gen_random_uuid())");
        service.all("INSERT INTO shedlock VALUES ('lock', now(), now(), 'me')");
        service.all("DELETE FROM outbox");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void shouldGiveNoServiceDdlNorTheHistoryOfMigrations(Database database) throws SQLException {
        for (Role role : database.services()) {
            Sql service = as(role, database);
            refused(service, "CREATE TABLE mine (a integer)");
            refused(service, "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
            refused(service, "CREATE SCHEMA mine");
            refused(service, "ALTER TABLE outbox ADD COLUMN mine integer");
            refused(service, "DROP TABLE outbox");
            refused(service, "CREATE INDEX ON outbox (topic)");
            refused(service, "SELECT * FROM flyway_schema_history");
            refused(service, "SET ROLE promo_owner");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void shouldLetNobodyButItsOwnServicesConnect(Database database) throws SQLException {
        for (Role role : Role.values()) {
            if (role == Role.OWNER || database.services().contains(role)) {
                assertThat(as(role, database).one("SELECT current_user")).isEqualTo(role.userName());
            } else {
                refused(as(role, database), "SELECT 1");
            }
        }
    }

    @Test
    void shouldMakeNoRoleMoreThanALogin() throws SQLException {
        assertThat(Sql.on(databases.get(Database.CALENDAR).asSuperuser())
                        .all("SELECT rolname FROM pg_roles WHERE rolname LIKE 'promo\\_%'"
                                + " AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)"))
                .isEmpty();
    }

    private Sql as(Role role, Database database) {
        return Sql.on(databases.get(database).as(role));
    }

    private static void refused(Sql who, String sql) {
        assertThatThrownBy(() -> who.all(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
}
