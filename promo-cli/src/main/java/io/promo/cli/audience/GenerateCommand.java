package io.promo.cli.audience;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes up customers. */
@Command(
        name = "generate",
        description = "Make up customers; the same number and seed make the same ones.",
        footer = "Only where batch-dispatch is set up as a demonstration; anna, ben and carla are the first three.")
final class GenerateCommand extends PromoCommand {

    private static final Duration PATIENCE = Duration.ofHours(2);

    @Parameters(index = "0", paramLabel = "N", description = "How many.")
    long count;

    @Option(names = "--seed", paramLabel = "SEED", description = "Which ones (default: 0).")
    long seed;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object().put("count", count).put("seed", seed).put("dryRun", dryRun.isGiven());
        JsonNode answer = answer(body);
        if (dryRun.isGiven()) {
            rehearse(body);
            return;
        }
        output().show(answer, "There are " + Figures.count(Json.number(answer, "customers")) + " made-up customers.");
    }

    private JsonNode answer(ObjectNode body) {
        try {
            return api().send(Request.post(Service.DISPATCH, "/audience/generate", body)
                            .patience(PATIENCE))
                    .body();
        } catch (CommandFailure e) {
            if (e.exitCode() != ExitCode.NOT_FOUND) {
                throw e;
            }
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "batch-dispatch makes up no customers: it is not set up as a demonstration",
                    List.of(),
                    "Take in customers with promo audience import; the local stack, promo up, is a demonstration.",
                    e);
        }
    }

    private void rehearse(ObjectNode body) {
        ObjectNode everyone = Json.object();
        everyone.putObject("audience");
        long total = Json.number(
                api().send(Request.post(Service.DISPATCH, "/audience/estimate", everyone))
                        .body(),
                "total");
        output().show(
                        body.put("total", total),
                        "Would make up " + Figures.count(count) + " customers beside the " + Figures.count(total)
                                + " there are; those made up before stay the same. Nothing was changed.");
    }
}
