package io.promo.cli.run;

import io.promo.cli.command.CustomerOption;
import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.EventChoice;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** Sends one event to one customer. */
@Command(name = "test-send", description = "Send an event to one customer, marked as a test.")
public final class TestSendCommand extends PromoCommand {

    @Mixin
    EventChoice event = new EventChoice();

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object()
                .put("eventId", event.required().toString())
                .put("user", customer.idOrAddress())
                .put("dryRun", dryRun.isGiven());
        output().fields(api().send(Request.post(Service.DISPATCH, "/test-send", body))
                .body());
        if (dryRun.isGiven()) {
            output().note("Nothing was sent.");
        }
    }
}
