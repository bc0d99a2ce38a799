package io.promo.sql;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs {@link Migrations#run()} against the server the environment names; exits with 0 when done, 1 when it failed, 2
 * when the environment makes no sense.
 *
 * <ul>
 *   <li>{@code PROMO_SQL_HOST}, {@code PROMO_SQL_PORT}: default {@code localhost}, 5432
 *   <li>{@code PROMO_SQL_ADMIN_USERNAME}, {@code PROMO_SQL_ADMIN_PASSWORD}: default {@code postgres}, none
 *   <li>{@code PROMO_SQL_OWNER_PASSWORD}, likewise {@code CALENDAR}, {@code DISPATCH}, {@code MANAGER},
 *       {@code WORKER}, {@code INBOX}: set on the roles; none leaves a role as it is
 * </ul>
 */
public final class Migrate {

    private Migrate() {}

    public static void main(String[] args) {
        System.exit(run(System.getenv()));
    }

    static int run(Map<String, String> environment) {
        Server server;
        try {
            server = server(environment);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        try {
            new Migrations(server).run(left -> System.out.println("copying messages, " + left / 128 + " MB left"));
            return 0;
        } catch (SQLException | FlywayException e) {
            System.err.println("Migration of " + server + " failed: " + e.getMessage());
            return 1;
        }
    }

    private static Server server(Map<String, String> environment) {
        var passwords = new EnumMap<Role, String>(Role.class);
        for (Role role : Role.values()) {
            String password = environment.get("PROMO_SQL_" + role.name() + "_PASSWORD");
            if (password != null) {
                passwords.put(role, password);
            }
        }
        return new Server(
                environment.getOrDefault("PROMO_SQL_HOST", "localhost"),
                port(environment.getOrDefault("PROMO_SQL_PORT", "5432")),
                environment.getOrDefault("PROMO_SQL_ADMIN_USERNAME", "postgres"),
                environment.get("PROMO_SQL_ADMIN_PASSWORD"),
                passwords);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw new IllegalArgumentException("PROMO_SQL_PORT must be a number from 1 to 65535, not '" + value + "'");
    }
}
