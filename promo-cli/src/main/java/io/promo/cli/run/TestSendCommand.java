package io.promo.cli.run;

import io.promo.cli.command.CustomerOption;
import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.EventChoice;
import io.promo.cli.command.OnceOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends one event to one customer. */
@Command(
        name = "test-send",
        description = "Send an event, a draft, too, to one customer, marked as a test.",
        footer = "The calendar takes it, dispatch sends it within seconds; this waits for what came of it.")
public final class TestSendCommand extends PromoCommand {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LOOKS = 100;

    @Mixin
    EventChoice event = new EventChoice();

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Mixin
    OnceOption once = new OnceOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object().put("user", customer.idOrAddress());
        JsonNode accepted = api().send(
                        Request.post(Service.CALENDAR, "/events/" + event.required() + "/test-send", body)
                                .query("dryRun", dryRun.isGiven() ? true : null)
                                .once(once.key()))
                .body();
        JsonNode outcome = outcome(Json.text(accepted, "testId", "?"));
        if (Json.text(outcome, "state", "").equals("REFUSED")) {
            throw new CommandFailure(
                    ExitCode.ofStatus((int) Json.number(outcome, "status")),
                    "batch-dispatch: " + Json.text(outcome, "detail", "refused"),
                    "Nothing was sent.");
        }
        output().fields(outcome.path("message"));
        if (dryRun.isGiven()) {
            output().note("Nothing was sent.");
        }
    }

    private JsonNode outcome(String testId) {
        for (int look = 0; look < LOOKS; look++) {
            try {
                return api().get(Service.DISPATCH, "/test-sends/" + testId);
            } catch (CommandFailure failure) {
                if (failure.exitCode() != ExitCode.NOT_FOUND) {
                    throw failure;
                }
                pause(BETWEEN_LOOKS);
            }
        }
        throw new CommandFailure(
                ExitCode.FAILED,
                "The calendar took the test " + testId + ", but dispatch has no word of it",
                "It is sent once dispatch is there again, within the hour; promo workers shows whether a manager is."
                        + " Dispatch forgets what came of a test after a day: for an older idempotency key, use a new one.");
    }
}
