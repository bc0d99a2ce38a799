package io.promo.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be known to be wrong before anything is started. */
final class Preflight {

    private static final long LEAST_DISK = 2L << 30;

    private final Settings settings;
    private final Ports ports;

    Preflight(Settings settings, Ports ports) {
        this.settings = settings;
        this.ports = ports;
    }

    /**
     * Looks at what the components to be started need.
     *
     * @throws StackException with the first thing that is missing, and what to do
     */
    void check(List<Component> missing) {
        if (missing.isEmpty()) {
            return;
        }
        checkDisk();
        Map<Integer, String> uses = new HashMap<>();
        for (Component component : missing) {
            if (component instanceof ServiceComponent service
                    && service.jar().built().isEmpty()) {
                throw new StackException(service.jar().missing());
            }
            String variable = variable(component.role());
            checkPort(uses, component.name(), component.port(), variable);
            if (component instanceof ServiceComponent) {
                int management = Ports.management(component.port());
                checkPort(
                        uses,
                        component.name() + "'s management",
                        management,
                        variable + " (management is 200 above it)");
            }
            if (component.role() == ProcessRole.KAFKA) {
                checkPort(uses, "kafka's controller", ports.kafkaController(), "PROMO_KAFKA_CONTROLLER_PORT");
            }
        }
    }

    private void checkDisk() {
        Path place = settings.home();
        while (!Files.exists(place)) {
            place = place.resolveSibling("..").normalize();
        }
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            if (free < LEAST_DISK) {
                throw new StackException(("Only %d MB are free at %s, and the stack wants %d MB; make room, or set"
                                + " PROMO_HOME to a directory on a larger disk")
                        .formatted(free >> 20, settings.home(), LEAST_DISK >> 20));
            }
        } catch (IOException e) {
            throw new StackException("Cannot look at the disk of " + place + ": " + e.getMessage(), e);
        }
    }

    private static void checkPort(Map<Integer, String> uses, String name, int port, String variable) {
        String other = uses.putIfAbsent(port, name);
        if (other != null) {
            throw new StackException("Port %d is meant for %s and for %s; choose another port with %s"
                    .formatted(port, other, name, variable));
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new StackException(
                    "Port %d, for %s, is taken; end what listens there, or choose another port with %s"
                            .formatted(port, name, variable),
                    e);
        }
    }

    private static String variable(ProcessRole role) {
        return switch (role) {
            case POSTGRES -> "PROMO_POSTGRES_PORT";
            case KAFKA -> "PROMO_KAFKA_PORT";
            case KEYCLOAK -> "PROMO_KEYCLOAK_PORT";
            case CALENDAR_API -> "PROMO_CALENDAR_PORT";
            case MANAGER -> "PROMO_DISPATCH_PORT";
            case WORKER -> "PROMO_WORKER_PORT (the first worker's)";
            case INBOX_API -> "PROMO_INBOX_PORT";
        };
    }
}
