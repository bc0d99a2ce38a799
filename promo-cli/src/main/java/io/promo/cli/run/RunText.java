package io.promo.cli.run;

import io.promo.cli.output.Column;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import io.promo.cli.output.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs in words and figures. */
final class RunText {

    static final List<Column> ROW = List.of(
            Column.text("RUN", "runId"),
            Column.text("STATE", "state"),
            Column.text("DATE", "dispatchDate"),
            new Column("GEN", true, run -> Json.text(run, "generation")),
            Column.count("DELIVERED", "delivered"),
            Column.count("ELIGIBLE", "eligible"),
            Column.instant("STARTED", "startedAt"),
            Column.text("TITLE", "title"),
            Column.text("REASON", "reason"));

    static final List<Column> RECORD = List.of(
            Column.text("RUN", "runId"),
            Column.text("EVENT", "eventId"),
            Column.text("TITLE", "title"),
            Column.text("DATE", "dispatchDate"),
            Column.text("GENERATION", "generation"),
            Column.text("STATE", "state"),
            Column.text("WANTED", "desired"),
            Column.text("REASON", "reason"),
            Column.count("ELIGIBLE", "eligible"),
            Column.count("DELIVERED", "delivered"),
            Column.count("NEW IN THE INBOX", "inserted"),
            Column.count("UNSUBSCRIBED", "unsubscribed"),
            Column.of("PARTITIONS", RunText::partitions),
            Column.count("CHUNKS REPLAYED", "chunksReplayed"),
            Column.of("RATE", RunText::rate),
            Column.of("MAX RATE", run -> Figures.maxRate(Json.optionalNumber(run, "maxRate"))),
            Column.text("ATTEMPT", "attempt"),
            Column.instant("DUE", "dueAt"),
            Column.instant("AUDIENCE AT", "audienceAt"),
            Column.of(
                    "REQUESTED",
                    run -> Figures.instant(Json.text(run, "requestedAt")) + " by "
                            + Json.text(run, "requestedBy", "?")),
            Column.instant("STARTED", "startedAt"),
            Column.instant("ENDED", "endedAt"),
            Column.text("WORKERS ALIVE", "workersAlive"));

    private static final int STALLED_SECONDS = 60;

    private RunText() {}

    /** Event and date. */
    static String name(JsonNode run) {
        return Table.plain(Json.text(run, "title", "run")) + " " + Json.text(run, "dispatchDate", "");
    }

    /** How far a run that is not over has come, with all there is to say. */
    static String progress(JsonNode run) {
        String eta = eta(run);
        return Json.text(run, "state", "?") + "  " + (percent(run) == null ? "" : percent(run) + "  ") + rows(run)
                + "  partitions " + partitions(run) + "  " + rate(run) + (eta == null ? "" : "  " + eta) + "  "
                + workers(run) + (stall(run) == null ? "" : "  " + stall(run));
    }

    /** The same in its parts, what matters most first; {@link #extras} are the rest. */
    static List<String> essentials(JsonNode run) {
        String stall = stall(run);
        boolean stands = stall != null && !stall.startsWith("(");
        return Stream.of(
                        Json.text(run, "state", "?"),
                        percent(run),
                        stands ? null : rateNow(run),
                        stands ? null : eta(run),
                        rows(run),
                        stands ? stall : workers(run),
                        stands ? workers(run) : stall)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is left out where there is no room. */
    static List<String> extras(JsonNode run) {
        return List.of("partitions " + partitions(run), average(run));
    }

    /** How a run had ended before anybody asked for it. */
    static String endedBefore(JsonNode run) {
        String endedAt = Json.text(run, "endedAt");
        return name(run) + " was " + Json.text(run, "state", "?")
                + (endedAt == null ? "" : " at " + Figures.instant(endedAt)) + ": "
                + Figures.count(Json.number(run, "delivered")) + " of "
                + Figures.count(Json.optionalNumber(run, "eligible")) + " delivered. Nothing was started"
                + remedy(run) + ".";
    }

    private static String remedy(JsonNode run) {
        return switch (Json.text(run, "state", "")) {
            case "STOPPED", "FAILED" -> "; promo restart " + Json.text(run, "runId", "RUN") + " lets it go on";
            case "MISSED" -> "; promo backfill sends the date";
            default -> "";
        };
    }

    /** How a run ended. */
    static String result(JsonNode run) {
        Long seconds = seconds(run);
        String reason = Json.text(run, "reason");
        return Json.text(run, "state", "?") + "  " + Figures.count(Json.number(run, "delivered")) + " of "
                + Figures.count(Json.optionalNumber(run, "eligible")) + " delivered, "
                + Figures.count(Json.number(run, "inserted")) + " new"
                + unsubscribed(run)
                + (seconds == null ? "" : ", in " + Figures.duration(seconds))
                + (reason == null ? "" : ": " + Table.plain(reason));
    }

    /** A bar of the given width, closed only when all are handled. */
    static String bar(JsonNode run, int width) {
        int percent = share(run);
        int full = percent * width / 100;
        return "[" + "#".repeat(full) + "-".repeat(width - full) + "]";
    }

    /** Delivered, or passed by because they had unsubscribed: together all who were eligible, once a run is completed. */
    private static long handled(JsonNode run) {
        return Json.number(run, "delivered") + Json.number(run, "unsubscribed");
    }

    private static String unsubscribed(JsonNode run) {
        long number = Json.number(run, "unsubscribed");
        return number == 0 ? "" : ", " + Figures.count(number) + " had unsubscribed";
    }

    private static String partitions(JsonNode run) {
        JsonNode partitions = run.path("partitions");
        long failed = Json.number(partitions, "failed");
        return Json.number(partitions, "done") + "/" + Json.number(partitions, "total")
                + (failed == 0 ? "" : ", " + failed + " failed");
    }

    /** How much is done, in percent: of the customers, or of the partitions while the audience is not counted. */
    private static int share(JsonNode run) {
        Long eligible = Json.optionalNumber(run, "eligible");
        JsonNode partitions = run.path("partitions");
        return eligible == null
                ? Figures.percent(Json.number(partitions, "done"), Json.number(partitions, "total"))
                : Figures.percent(handled(run), eligible);
    }

    /** Null for a run that was never cut into partitions. */
    private static @Nullable String percent(JsonNode run) {
        boolean cut = Json.number(run.path("partitions"), "total") > 0;
        return cut || Json.optionalNumber(run, "eligible") != null ? share(run) + "%" : null;
    }

    private static String rows(JsonNode run) {
        Long eligible = Json.optionalNumber(run, "eligible");
        String delivered = Figures.count(Json.number(run, "delivered"));
        return eligible == null ? delivered + " rows" : delivered + "/" + Figures.count(eligible);
    }

    private static @Nullable String eta(JsonNode run) {
        Long eta = Json.optionalNumber(run, "etaSeconds");
        return eta == null ? null : "ETA " + Figures.duration(eta);
    }

    private static String rate(JsonNode run) {
        Long now = Json.optionalNumber(run, "rateNow");
        return (now == null ? "" : Figures.count(now) + "/s now, ") + average(run);
    }

    private static @Nullable String rateNow(JsonNode run) {
        Long now = Json.optionalNumber(run, "rateNow");
        return now == null ? null : Figures.count(now) + "/s";
    }

    private static String average(JsonNode run) {
        return Figures.count(Json.optionalNumber(run, "rateAverage")) + "/s on average";
    }

    private static String workers(JsonNode run) {
        long alive = Json.number(run, "workersAlive");
        return alive + (alive == 1 ? " worker" : " workers");
    }

    /** Why it does not get on, or else its reason in parentheses; null where there is nothing to say. */
    private static @Nullable String stall(JsonNode run) {
        Long stalled = Json.optionalNumber(run, "stalledSeconds");
        String reason = Json.text(run, "reason");
        if (stalled == null || stalled < STALLED_SECONDS) {
            return reason == null ? null : "(" + Table.plain(reason) + ")";
        }
        return "no progress for " + Figures.duration(stalled) + ": "
                + (reason == null ? "promo workers and the worker's log say more" : Table.plain(reason));
    }

    private static @Nullable Long seconds(JsonNode run) {
        String started = Json.text(run, "startedAt");
        String ended = Json.text(run, "endedAt");
        return started == null || ended == null
                ? null
                : (Long) Duration.between(Instant.parse(started), Instant.parse(ended))
                        .toSeconds();
    }
}
