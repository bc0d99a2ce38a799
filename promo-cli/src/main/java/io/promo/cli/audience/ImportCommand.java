package io.promo.cli.audience;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes in customers from CSV. */
@Command(
        name = "import",
        description = "Take in customers from CSV; bad lines are reported, the good ones kept.",
        footer = {
            "Columns: user_id, name, email, country, locale, time_zone, segments, unsubscribed.",
            "A blank cell leaves what is known, - clears it; unsubscribed can be set, never taken back.",
            "Exit 1 when no line was accepted."
        })
final class ImportCommand extends PromoCommand {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "FILE", description = "The CSV file (-: standard input).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    String file;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        Request request = Request.post(Service.DISPATCH, "/audience/import")
                .query("dryRun", dryRun.isGiven())
                .content("text/csv", csv())
                .patience(PATIENCE);
        JsonNode report = api().send(request).body();
        output().show(report, lines(report));
        if (Json.number(report, "accepted") == 0 && Json.number(report, "rejected") > 0) {
            exitWith(ExitCode.FAILED);
        }
    }

    private BodyPublisher csv() {
        if (file.equals("-")) {
            return BodyPublishers.ofInputStream(() -> surroundings().in());
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw CommandFailure.usage(file + " is a directory", "Name the CSV file in it.");
        }
        try {
            return BodyPublishers.ofFile(path);
        } catch (FileNotFoundException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "There is no readable file " + file, List.of(), "Check the name.", e);
        }
    }

    private List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        lines.add((dryRun.isGiven() ? "Would accept " : "Accepted ") + count(report, "accepted") + " lines: "
                + count(report, "inserted") + " new, " + count(report, "updated") + " changed, "
                + count(report, "unchanged") + " as before. Rejected " + count(report, "rejected") + ".");
        List<JsonNode> rejects = report.path("rejects").valueStream().toList();
        rejects.stream()
                .limit(SHOWN)
                .forEach(reject -> lines.add(
                        "  line " + Json.text(reject, "line", "?") + ": " + Json.text(reject, "reason", "?")));
        long more = Json.number(report, "rejected") - Math.min(SHOWN, rejects.size());
        if (more > 0) {
            lines.add("  and " + Figures.count(more) + " more; -o json names the first 1,000.");
        }
        return lines;
    }

    private static String count(JsonNode report, String field) {
        return Figures.count(Json.number(report, field));
    }
}
