package io.promo.bench.demo;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.Runs;
import io.promo.bench.client.SpringSale;
import io.promo.bench.oracle.Delivery;
import io.promo.bench.oracle.DeliveryOracle;
import io.promo.stack.Urls;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The whole product once, against a stack that runs. */
final class Demo {

    private static final String CUSTOMER = "anna";

    private final Urls urls;
    private final DeliveryOracle oracle;
    private final RestClient admin;
    private final RestClient customer;
    private final Runs runs;
    private final PrintStream out;
    private final boolean terminal;

    /**
     * @param out where the story is told
     * @param terminal whether that is a terminal, on which a bar can be redrawn
     */
    Demo(Urls urls, DeliveryOracle oracle, PrintStream out, boolean terminal) {
        this.urls = urls;
        this.oracle = oracle;
        this.out = out;
        this.terminal = terminal;
        admin = new RestClient(urls.keycloak(), "admin", "admin");
        customer = new RestClient(urls.keycloak(), CUSTOMER, CUSTOMER);
        runs = new Runs(admin, urls.dispatch());
    }

    DemoReport run(long customers) throws IOException, InterruptedException, SQLException {
        say("Generating %,d customers", customers);
        admin.post(urls.dispatch() + "/audience/generate", Map.of("count", customers));
        SpringSale sale = SpringSale.runningAt(Instant.now());
        JsonNode event = admin.post(urls.calendar() + "/events", sale.body());
        UUID eventId = UUID.fromString(event.required("eventId").asString());
        long eligible = admin.post(
                        urls.dispatch() + "/audience/estimate",
                        Map.of("audience", sale.body().get("audience")))
                .required("eligible")
                .asLong();
        say("Publishing \"Spring sale\" for %,d eligible customers", eligible);
        admin.post(urls.calendar() + "/events/" + eventId + "/publish");
        JsonNode run = follow(eventId, 0, eligible);
        LocalDate date = LocalDate.parse(run.required("dispatchDate").asString());
        Delivery delivery = oracle.delivery(eventId, date);
        double seconds = Runs.seconds(run);
        long rowsPerSecond = Math.round(run.required("delivered").asLong() / seconds);
        say("Delivered %,d messages in %.1f s: %,d rows/s", delivery.sent(), seconds, rowsPerSecond);

        int unread = showInbox();
        long replaySent = replay(eventId, date, delivery.sent());
        return new DemoReport(
                delivery.customers(),
                delivery.eligible(),
                delivery.sent(),
                delivery.missing(),
                delivery.duplicates(),
                replaySent,
                Math.round(seconds * 1000) / 1000.0,
                rowsPerSecond,
                unread);
    }

    private int showInbox() throws IOException, InterruptedException {
        int unread = customer.get(urls.inbox() + "/messages/unread-count")
                .required("count")
                .asInt();
        say("%s's inbox, badge %d:", capitalised(CUSTOMER), unread);
        for (JsonNode message : customer.get(urls.inbox() + "/messages?limit=5").required("items")) {
            out.printf(
                    Locale.ROOT,
                    "  %s %s  %s%n     %s%n",
                    message.path("read").asBoolean() ? " " : "*",
                    message.required("dispatchDate").asString(),
                    message.required("subject").asString(),
                    message.required("body").asString());
        }
        return unread;
    }

    /** Sends the same date again under a new generation; returns how many rows that added. */
    private long replay(UUID eventId, LocalDate date, long sentBefore)
            throws IOException, InterruptedException, SQLException {
        say("Replaying %s under a new generation", date);
        admin.post(
                urls.dispatch() + "/backfills",
                Map.of("eventId", eventId, "from", date, "to", date, "mode", "all", "dryRun", false));
        follow(eventId, 1, sentBefore);
        long added = oracle.sent(eventId, date) - sentBefore;
        say("The replay added %,d messages", added);
        return added;
    }

    /** Shows how the run gets on until it is COMPLETED. */
    private JsonNode follow(UUID eventId, int generation, long expected) throws IOException, InterruptedException {
        Progress progress = new Progress(out, terminal);
        JsonNode run = runs.awaitCompleted(
                runs.awaitRun(eventId, generation),
                it -> progress.show(
                        it.path("delivered").asLong(0),
                        expected,
                        Math.round(it.path("rateAverage").asDouble(0))));
        progress.done();
        return run;
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
