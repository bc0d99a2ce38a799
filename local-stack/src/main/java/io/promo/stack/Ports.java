package io.promo.stack;

import java.util.Map;

/**
 * The TCP ports of a stack on 127.0.0.1.
 *
 * @param worker the first worker's; the others follow
 */
public record Ports(
        int postgres, int kafka, int kafkaController, int keycloak, int calendar, int dispatch, int inbox, int worker) {

    private static final int MANAGEMENT = 200;
    private static final int HIGHEST = 65_535;

    /** The usual ones, unless {@code PROMO_POSTGRES_PORT} and its like say otherwise. */
    public static Ports from(Map<String, String> environment) {
        return new Ports(
                port(environment, "PROMO_POSTGRES_PORT", 15432),
                port(environment, "PROMO_KAFKA_PORT", 19092),
                port(environment, "PROMO_KAFKA_CONTROLLER_PORT", 19093),
                port(environment, "PROMO_KEYCLOAK_PORT", 18180),
                servicePort(environment, "PROMO_CALENDAR_PORT", 18081),
                servicePort(environment, "PROMO_DISPATCH_PORT", 18082),
                servicePort(environment, "PROMO_INBOX_PORT", 18083),
                servicePort(environment, "PROMO_WORKER_PORT", 18100));
    }

    /** Eight ports in a row, and after them one for each worker; those for management are elsewhere. */
    public static Ports inARow(int first) {
        return new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7);
    }

    /** Where a service listens for those who ask for its health: 200 above its own port. */
    public static int management(int port) {
        return port + MANAGEMENT;
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        return port(environment, variable, usual, HIGHEST);
    }

    /** One that leaves room for the port for management. */
    private static int servicePort(Map<String, String> environment, String variable, int usual) {
        return port(environment, variable, usual, HIGHEST - MANAGEMENT);
    }

    private static int port(Map<String, String> environment, String variable, int usual, int highest) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= highest) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw new StackException(variable + " must be a number from 1 to " + highest + ", not '" + value + "'");
    }
}
