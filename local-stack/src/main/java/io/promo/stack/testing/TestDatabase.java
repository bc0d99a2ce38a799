package io.promo.stack.testing;

import io.promo.sql.Database;
import io.promo.sql.Migrations;
import io.promo.sql.Role;
import io.promo.sql.Server;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One of the three databases, migrated and empty, for one test or one Spring context alone.
 *
 * @param database which of the three
 * @param jdbcUrl where it is, without credentials; the server asks for no password
 */
public record TestDatabase(Database database, String jdbcUrl) {

    private static final Map<Database, String> TEMPLATES = new EnumMap<>(Database.class);
    private static int clones;

    /** A fresh one: a copy of a template that is migrated once per JVM. */
    public static synchronized TestDatabase create(Database database) {
        Server server = TestPostgres.server().server();
        var migrations = new Migrations(server);
        try {
            String template = TEMPLATES.get(database);
            if (template == null) {
                template = database.databaseName() + "_template";
                migrations.createRoles();
                migrations.createDatabase(database, template, "template1");
                migrations.migrate(database, template);
                TEMPLATES.put(database, template);
            }
            String name = database.databaseName() + "_" + ++clones;
            migrations.createDatabase(database, name, template);
            return new TestDatabase(database, server.jdbcUrl(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make a database for tests", e);
        }
    }

    /** Connects as one of our roles: a service's to prove what it may not do, the owner's to see and change all. */
    public DataSource as(Role role) {
        return as(role.userName());
    }

    /** Connects as the superuser, e.g. to end another session or to look into the server. */
    public DataSource asSuperuser() {
        return as("postgres");
    }

    private DataSource as(String user) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        dataSource.setUser(user);
        return dataSource;
    }
}
