package io.promo.cli.run;

import io.promo.cli.output.Json;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** How a run is to go on. */
final class GoOnOptions {

    @Option(names = "--after-end", description = "Also when the event is over.")
    boolean afterEnd;

    ObjectNode body() {
        return Json.object().put("afterEnd", afterEnd);
    }
}
