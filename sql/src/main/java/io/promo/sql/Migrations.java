package io.promo.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;

/**
 * Brings a PostgreSQL server to what this build needs: roles, databases, schemas. Each step may be repeated at any
 * time and run by several processes at once; what is there already stays as it is.
 *
 * <p>Roles and databases are cluster-wide and made by the administrator; schemas are made by {@link Role#OWNER}; the
 * grants to the service roles stand in the migrations themselves.
 */
public final class Migrations {

    /** Serialises bootstraps of one server. */
    private static final long LOCK = 0x70726f6d6fL;

    private final Server server;

    public Migrations(Server server) {
        this.server = server;
    }

    /**
     * Everything: roles, the three databases, their schemas, and what messages of earlier builds there are.
     *
     * @throws SQLException when the server cannot be reached or refuses
     * @throws org.flywaydb.core.api.FlywayException when a migration fails or an applied one was changed
     */
    public void run() throws SQLException {
        run(left -> {});
    }

    /**
     * As {@link #run()}.
     *
     * @param progress is told how many pages of 8 kB of messages of earlier builds are still to be copied
     */
    void run(LongConsumer progress) throws SQLException {
        bootstrap();
        for (Database database : Database.values()) {
            migrate(database, database.databaseName());
        }
        copyMessages(Database.INBOX.databaseName(), progress);
    }

    /** Roles and empty databases. */
    public void bootstrap() throws SQLException {
        createRoles();
        for (Database database : Database.values()) {
            createDatabase(database, database.databaseName(), "template1");
        }
    }

    /** The roles, each with the password the server's description gives for it. */
    public void createRoles() throws SQLException {
        locked(admin -> {
            for (Role role : Role.values()) {
                if (!admin.exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role.userName())) {
                    admin.run("CREATE ROLE %I LOGIN", role.userName());
                }
                String password = server.passwords().get(role);
                if (password != null) {
                    admin.run("ALTER ROLE %I PASSWORD %L", role.userName(), password);
                }
            }
        });
    }

    /**
     * A database under any name, made from a template, with the rights to connect that {@code database} calls for.
     * Rights to connect do not travel with a template, so they are given here.
     */
    public void createDatabase(Database database, String name, String template) throws SQLException {
        locked(admin -> {
            if (!admin.exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                admin.run("CREATE DATABASE %I TEMPLATE %I OWNER %I", name, template, Role.OWNER.userName());
            }
            admin.run("REVOKE ALL ON DATABASE %I FROM PUBLIC", name);
            for (Role role : database.services()) {
                admin.run("GRANT CONNECT ON DATABASE %I TO %I", name, role.userName());
            }
            for (Role role : database.copiers()) {
                admin.run("GRANT TEMPORARY ON DATABASE %I TO %I", name, role.userName());
            }
        });
    }

    /** The schema of {@code database} in the database of the given name, as {@link Role#OWNER}. */
    public void migrate(Database database, String name) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.as(Role.OWNER, name))
                .locations("classpath:db/shared", "classpath:db/" + database.databaseName())
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    /** Copies what messages of earlier builds are in the inbox database of the given name. */
    void copyMessages(String name, LongConsumer progress) throws SQLException {
        new MessageCopy(server.as(Role.OWNER, name)).run(progress);
    }

    private void locked(Work work) throws SQLException {
        try (Connection connection = server.asAdmin("postgres").getConnection();
                var lock = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
            // Closing the connection releases the lock.
            work.with(new Admin(connection));
        }
    }

    private interface Work {
        void with(Admin admin) throws SQLException;
    }

    /** DDL takes no bind parameters, so the server's own format() quotes names and literals. */
    private record Admin(Connection connection) {

        boolean exists(String query, String argument) throws SQLException {
            try (var statement = connection.prepareStatement(query)) {
                statement.setString(1, argument);
                return statement.executeQuery().next();
            }
        }

        void run(String ddl, String... arguments) throws SQLException {
            String quoted;
            try (var statement = connection.prepareStatement("SELECT format(?, VARIADIC ?::text[])")) {
                statement.setString(1, ddl);
                statement.setArray(
                        2, connection.createArrayOf("text", List.of(arguments).toArray()));
                try (var result = statement.executeQuery()) {
                    result.next();
                    quoted = result.getString(1);
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute(quoted);
            }
        }
    }
}
