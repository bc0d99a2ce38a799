package io.promo.dispatch.run;

import io.promo.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who did what with runs. */
@RestController
@Profile("manager")
@RequestMapping("/runs")
class RunActionController {

    private final Runs runs;
    private final RunActions actions;

    RunActionController(Runs runs, RunActions actions) {
        this.runs = runs;
        this.actions = actions;
    }

    @Operation(summary = "Who did what with a run, oldest first")
    @GetMapping("/{runId}/actions")
    RunActions.LatestRunActions ofRun(@PathVariable UUID runId) {
        if (runs.find(runId).isEmpty()) {
            throw Refusal.notFound("run " + runId);
        }
        return actions.ofRun(runId);
    }

    @Operation(summary = "Who did what with an event's runs, oldest first")
    @GetMapping("/actions")
    RunActions.LatestRunActions ofEvent(@RequestParam UUID eventId) {
        return actions.ofEvent(eventId);
    }
}
