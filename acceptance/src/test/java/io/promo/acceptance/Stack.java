package io.promo.acceptance;

import io.promo.bench.client.RestClient;
import io.promo.bench.oracle.DeliveryOracle;
import io.promo.stack.LocalStack;
import io.promo.stack.Ports;
import io.promo.stack.Settings;
import io.promo.stack.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/**
 * The local stack, as {@code promo up} starts it, in a home and on ports of its own: brought up by the first test class
 * that asks for it, taken down with everything in it after the last. A test class takes it as a parameter.
 */
public final class Stack implements AutoCloseable {

    /** Customers there are, a few of them unsubscribed. */
    public static final int CUSTOMERS = Integer.getInteger("promo.customers", 20_000);

    private static final int FIRST_PORT = 25_432;
    private static final int LAST_PORT = 32_000;

    public final Settings settings;
    public final LocalStack processes;
    public final RestClient admin;
    public final RestClient anna;

    private Stack() throws InterruptedException {
        Settings usual = Settings.from(Map.of());
        Path home = usual.repository().resolve("acceptance/target/promo");
        new LocalStack(new Settings(home, usual.repository(), Ports.inARow(FIRST_PORT))).down(true);
        settings = new Settings(home, usual.repository(), Ports.inARow(freePorts()));
        processes = new LocalStack(settings);
        processes.up(2, line -> {});
        String keycloak = processes.status().urls().keycloak();
        admin = new RestClient(keycloak, "admin", "admin");
        anna = new RestClient(keycloak, "anna", "anna");
    }

    /** Another checkout may be tested on this machine, too. */
    private static int freePorts() {
        return IntStream.iterate(FIRST_PORT, first -> first < LAST_PORT, first -> first + 20)
                .filter(first -> IntStream.range(first, first + 20)
                        .allMatch(port -> isFree(port) && isFree(Ports.management(port))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the one stack to whoever takes it. */
    public static final class Extension implements BeforeAllCallback, ParameterResolver {

        private static final Namespace NAMESPACE = Namespace.create(Stack.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            stack(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return stack(context);
        }

        private static Stack stack(ExtensionContext context) {
            return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stack.class, key -> started(), Stack.class);
        }

        private static Stack started() {
            try {
                Stack stack = new Stack();
                stack.admin.post(stack.dispatch("/audience/generate"), Map.of("count", CUSTOMERS));
                return stack;
            } catch (Exception e) {
                throw new IllegalStateException(
                        "the stack did not start; its logs are in acceptance/target/promo/logs", e);
            }
        }
    }

    public String calendar(String path) {
        return processes.status().urls().calendar() + path;
    }

    public String dispatch(String path) {
        return processes.status().urls().dispatch() + path;
    }

    public String inbox(String path) {
        return processes.status().urls().inbox() + path;
    }

    public DeliveryOracle oracle() {
        return new DeliveryOracle(jdbcUrl("dispatch"), jdbcUrl("inbox"), "promo_owner");
    }

    public String jdbcUrl(String database) {
        return processes.status().databases().stream()
                .filter(it -> it.name().equals(database))
                .map(Status.Database::jdbcUrl)
                .findFirst()
                .orElseThrow();
    }

    /** The body of a new event for everyone that is due now; {@code maxRate} 0: as fast as it goes. */
    public static Map<String, Object> event(String title, int maxRate) {
        Instant start = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("title", title);
        event.put(
                "promotionPackage",
                Map.of(
                        "kind", "MESSAGE",
                        "defaultLocale", "en",
                        "content",
                                Map.of("en", Map.of("subject", title + " for {{name}}", "body", "Until {{endDate}}"))));
        event.put("audience", Map.of("segments", List.of()));
        event.put("startDatetime", start.toString());
        event.put("endDatetime", start.plus(Duration.ofDays(3)).toString());
        event.put("timeZone", zoneFarFromMidnight());
        if (maxRate > 0) {
            event.put("maxRate", maxRate);
        }
        return event;
    }

    /** The date that is due of {@link #event}. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of(zoneFarFromMidnight()));
    }

    /** A zone in which it is about noon, so that no test runs into another date. */
    private static String zoneFarFromMidnight() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        int offset = 12 - hour;
        // The sign of Etc zones is turned round.
        return offset == 0 ? "Etc/GMT" : "Etc/GMT" + (offset > 0 ? "-" + offset : "+" + -offset);
    }

    /** Creates and publishes an event for everyone that is due now. */
    public UUID published(String title, int maxRate) throws Exception {
        return published(event(title, maxRate));
    }

    /** Creates and publishes an event. */
    public UUID published(Map<String, Object> event) throws Exception {
        JsonNode created = admin.post(calendar("/events"), event);
        UUID eventId = UUID.fromString(created.required("eventId").asString());
        admin.post(calendar("/events/" + eventId + "/publish"));
        return eventId;
    }

    /** The event's run of generation 0, once there is one. */
    public String runOf(UUID eventId) throws Exception {
        Instant giveUp = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(giveUp)) {
            JsonNode items = admin.get(dispatch("/runs?eventId=" + eventId)).path("items");
            if (!items.isEmpty()) {
                return items.get(0).required("runId").asString();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("event " + eventId + " got no run within 60 s");
    }

    public JsonNode run(String runId) throws Exception {
        return admin.get(dispatch("/runs/" + runId));
    }

    @Override
    public void close() throws InterruptedException {
        processes.down(false);
    }
}
