package io.promo.sql;

import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server and how to log in to it.
 *
 * @param host name or address
 * @param port TCP port, 1–65535
 * @param admin a superuser
 * @param adminPassword null where the server trusts the connection
 * @param passwords of our roles; a role without one has none, which suits only a server that trusts its connections
 */
public record Server(
        String host, int port, String admin, @Nullable String adminPassword, Map<Role, String> passwords) {

    public Server {
        passwords = Map.copyOf(passwords);
    }

    /** A server that trusts whoever connects, with the superuser {@code postgres}. */
    public static Server trusting(String host, int port) {
        return new Server(host, port, "postgres", null, Map.of());
    }

    /** The JDBC URL of one of its databases, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    DataSource asAdmin(String database) {
        return dataSource(database, admin, adminPassword);
    }

    DataSource as(Role role, String database) {
        return dataSource(database, role.userName(), passwords.get(role));
    }

    private DataSource dataSource(String database, String user, @Nullable String password) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(database));
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "%s@%s:%d".formatted(admin, host, port);
    }
}
