package io.promo.bench.stream;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.Runs;
import io.promo.bench.client.SpringSale;
import io.promo.bench.inbox.Latencies;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Ends runs while customers are connected, and looks at what that does. */
final class StreamBench {

    private static final int WARM_UP_SECONDS = 10;
    private static final int QUIET_SECONDS = 20;

    /** Two heartbeats, each of which finds streams whose browser has gone. */
    private static final int CLOSED_AFTER_SECONDS = 40;

    private static final Map<String, Object> NOBODY =
            Map.of("segments", List.of("nobody"), "countries", List.of(), "locales", List.of());

    private final Status stack;
    private final Status.Database inbox;
    private final RestClient admin;
    private final PrintStream out;

    /** @param out where progress is told */
    StreamBench(Status stack, Status.Database inbox, RestClient admin, PrintStream out) {
        this.stack = stack;
        this.inbox = inbox;
        this.admin = admin;
        this.out = out;
    }

    /**
     * What hints cost.
     *
     * @param quiet other requests while nothing happened
     * @param wave those while hints came after a run with messages for all
     */
    record Waves(
            double connectSeconds, Report.Hints hints, Report.DatabaseWork database, Latencies quiet, Latencies wave) {}

    /** What refetching costs. */
    record Refetched(Report.Naive naive, Latencies others) {}

    Waves waves(List<Customer> connected, List<Customer> others)
            throws IOException, InterruptedException, SQLException {
        try (Streams streams = new Streams(stack.urls().inbox())) {
            out.printf("Connecting %,d customers%n", connected.size());
            long began = System.nanoTime();
            streams.open(connected);
            double connectSeconds = (System.nanoTime() - began) / 1e9;
            out.println("A run to warm up");
            List<Listener.Hint> before = streams.last();
            run(SpringSale.runningAt(Instant.now()).body());
            streams.awaitOneMore(before);
            Report.DatabaseWork database = workForHintsAlone(streams);
            try (OtherRequests requests = new OtherRequests(stack.urls().inbox(), others)) {
                out.println("Others' requests, and nothing to tell");
                TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                long quiet = System.nanoTime();
                TimeUnit.SECONDS.sleep(QUIET_SECONDS);
                long quietTo = System.nanoTime();
                out.println("A run for everyone");
                before = streams.last();
                Instant ended = run(SpringSale.runningAt(Instant.now()).body());
                long wave = System.nanoTime()
                        - Math.max(0, Duration.between(ended, Instant.now()).toNanos());
                List<Listener.Hint> hints = streams.awaitOneMore(before);
                return new Waves(
                        connectSeconds,
                        Report.Hints.of(ended, hints, 2),
                        database,
                        requests.between(quiet, quietTo),
                        requests.between(wave, System.nanoTime()));
            }
        }
    }

    /** Of a run that brings no message, with nobody else asking. */
    private Report.DatabaseWork workForHintsAlone(Streams streams)
            throws IOException, InterruptedException, SQLException {
        InboxDatabase idle = InboxDatabase.soFar(inbox);
        InboxDatabase from = InboxDatabase.soFar(inbox);
        out.println("A run for nobody");
        List<Listener.Hint> before = streams.last();
        Map<String, Object> forNobody =
                new HashMap<>(SpringSale.runningAt(Instant.now()).body());
        forNobody.put("audience", NOBODY);
        run(forNobody);
        streams.awaitOneMore(before);
        return InboxDatabase.soFar(inbox).since(from, idle);
    }

    /** Once the streams have been closed. */
    Refetched refetch(List<Customer> connected, List<Customer> others)
            throws IOException, InterruptedException, SQLException {
        out.println("Until inbox-api has noticed that all have gone");
        TimeUnit.SECONDS.sleep(CLOSED_AFTER_SECONDS);
        try (OtherRequests requests = new OtherRequests(stack.urls().inbox(), others)) {
            InboxDatabase quietFrom = InboxDatabase.soFar(inbox);
            InboxDatabase quietUntil = InboxDatabase.soFar(inbox);
            out.println("All ask at once");
            long from = System.nanoTime();
            Refetch.Answers answers = Refetch.all(stack.urls().inbox(), connected);
            long to = System.nanoTime();
            InboxDatabase after = InboxDatabase.soFar(inbox);
            return new Refetched(
                    Report.Naive.of(answers, after.since(quietUntil, quietFrom)), requests.between(from, to));
        }
    }

    /** Publishes the event, waits for its run and says when that ended. */
    private Instant run(Map<String, Object> event) throws IOException, InterruptedException {
        String events = stack.urls().calendar() + "/events";
        String eventId = admin.post(events, event).required("eventId").asString();
        admin.post(events + "/" + eventId + "/publish");
        Runs runs = new Runs(admin, stack.urls().dispatch());
        JsonNode run = runs.awaitCompleted(runs.awaitRun(UUID.fromString(eventId), 0), it -> {});
        return Instant.parse(run.required("endedAt").asString());
    }
}
