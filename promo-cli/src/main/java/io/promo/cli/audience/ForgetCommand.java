package io.promo.cli.audience;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Erases a customer. */
@Command(name = "forget", description = "Erase a customer and their messages for good.")
final class ForgetCommand extends PromoCommand {

    @Parameters(index = "0", paramLabel = "USER", description = "The customer's id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    UUID user;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        JsonNode answer = api().send(Request.post(
                        Service.DISPATCH,
                        "/audience/forget",
                        Json.object().put("userId", user.toString()).put("dryRun", dryRun.isGiven())))
                .body();
        output().show(answer, line(answer));
    }

    private String line(JsonNode answer) {
        if (!answer.path("erased").asBoolean(false)) {
            return "Was forgotten before, " + Figures.instant(Json.text(answer, "forgottenAt")) + ".";
        }
        return dryRun.isGiven()
                ? "Would be forgotten, with their messages. Nothing was changed."
                : "Forgotten; their messages go within moments.";
    }
}
