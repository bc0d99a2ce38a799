package io.promo.dispatch.process;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the processes that live or ended in the last hour. */
@RestController
@Profile("manager")
class WorkersController {

    record ProcessList(List<ProcessView> items) {}

    private final ProcessViews views;

    WorkersController(ProcessViews views) {
        this.views = views;
    }

    @Operation(summary = "Managers and workers that live or ended in the last hour")
    @GetMapping("/workers")
    ProcessList workers() {
        return new ProcessList(views.recent());
    }
}
