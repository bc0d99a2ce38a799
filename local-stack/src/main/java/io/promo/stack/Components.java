package io.promo.stack;

import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.sql.Server;
import io.promo.stack.kafka.KafkaServer;
import io.promo.stack.keycloak.KeycloakServer;
import io.promo.stack.process.Jdk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows how each process of a stack is configured. */
final class Components {

    /** The port of Vite's development server, unless told otherwise. */
    private static final int VITE = 5173;

    private final Settings settings;
    private final Jdk jdk;
    private final Ports ports;

    Components(Settings settings, Jdk jdk, Ports ports) {
        this.settings = settings;
        this.jdk = jdk;
        this.ports = ports;
    }

    /** A whole stack with that many workers. */
    List<Component> all(int workers) {
        var all = new ArrayList<>(List.of(
                named("postgres", ProcessRole.POSTGRES, ports.postgres()),
                named("kafka", ProcessRole.KAFKA, ports.kafka()),
                named("keycloak", ProcessRole.KEYCLOAK, ports.keycloak()),
                named("calendar-api", ProcessRole.CALENDAR_API, ports.calendar()),
                named("manager", ProcessRole.MANAGER, ports.dispatch()),
                named("inbox-api", ProcessRole.INBOX_API, ports.inbox())));
        for (int number = 1; number <= workers; number++) {
            all.add(worker(number));
        }
        return all;
    }

    /** The worker of that number, from 1. */
    Component worker(int number) {
        return named("worker-" + number, ProcessRole.WORKER, ports.worker() + number - 1);
    }

    /** Any process; servers have one port only, whatever the argument. */
    Component named(String name, ProcessRole role, int port) {
        return switch (role) {
            case POSTGRES -> new PostgresComponent(settings, ports);
            case KAFKA -> new KafkaComponent(settings, jdk, ports);
            case KEYCLOAK -> new KeycloakComponent(settings, jdk, ports);
            case CALENDAR_API -> calendar(name, port);
            case INBOX_API -> service(name, role, port, Database.INBOX, Role.INBOX);
            case MANAGER -> dispatch(name, role, port, Role.MANAGER);
            case WORKER -> dispatch(name, role, port, Role.WORKER);
        };
    }

    /** It serves the page, which asks the others for itself. */
    private ServiceComponent calendar(String name, int port) {
        ServiceComponent service = service(name, ProcessRole.CALENDAR_API, port, Database.CALENDAR, Role.CALENDAR);
        var environment = new HashMap<>(service.environment());
        environment.put("PROMO_UI_DISPATCH_URL", Urls.local(ports.dispatch()));
        environment.put("PROMO_UI_INBOX_URL", Urls.local(ports.inbox()));
        return new ServiceComponent(settings, jdk, name, ProcessRole.CALENDAR_API, port, environment);
    }

    private ServiceComponent dispatch(String name, ProcessRole role, int port, Role inbox) {
        ServiceComponent service = service(name, role, port, Database.DISPATCH, Role.DISPATCH);
        var environment = new HashMap<>(service.environment());
        environment.put("SPRING_PROFILES_ACTIVE", role.id());
        environment.putAll(datasource("PROMO_INBOX_DATASOURCE", Database.INBOX, inbox));
        environment.put("PROMO_DEMONSTRATION", "true");
        return new ServiceComponent(settings, jdk, name, role, port, environment);
    }

    private ServiceComponent service(String name, ProcessRole role, int port, Database database, Role user) {
        var environment = new HashMap<>(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port),
                "MANAGEMENT_SERVER_PORT", Integer.toString(Ports.management(port)),
                "PROMO_CORS_ALLOWED_ORIGINS", String.join(",", pages(ports)),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka().bootstrapServers(),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                        keycloak().issuer()));
        environment.putAll(datasource("SPRING_DATASOURCE", database, user));
        return new ServiceComponent(settings, jdk, name, role, port, environment);
    }

    /** Origins the page may come from: calendar-api, or Vite while somebody works on it. */
    static List<String> pages(Ports ports) {
        return Stream.of(ports.calendar(), VITE)
                .flatMap(port -> Stream.of("http://127.0.0.1:" + port, "http://localhost:" + port))
                .toList();
    }

    private Map<String, String> datasource(String prefix, Database database, Role user) {
        Server server = Server.trusting("127.0.0.1", ports.postgres());
        return Map.of(
                prefix + "_URL", server.jdbcUrl(database.databaseName()),
                prefix + "_USERNAME", user.userName(),
                prefix + "_PASSWORD", "");
    }

    private KafkaServer kafka() {
        return new KafkaComponent(settings, jdk, ports).server();
    }

    private KeycloakServer keycloak() {
        return new KeycloakComponent(settings, jdk, ports).server();
    }
}
