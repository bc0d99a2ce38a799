package io.promo.cli.repair;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(name = "list", description = "List dead letters that were not sent again yet, with topic and cause.")
final class DlqListCommand extends PromoCommand {

    @Option(names = "--all", description = "Also those that were sent again.")
    boolean all;

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        output().table(
                        page.read(
                                api(),
                                () -> Request.get(Service.DISPATCH, "/dead-letters")
                                        .query("replayed", all ? null : false)),
                        DeadLetterView.ROW,
                        "There are no dead letters.");
    }
}
