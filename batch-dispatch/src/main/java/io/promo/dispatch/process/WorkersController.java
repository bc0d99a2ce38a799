package io.promo.dispatch.process;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the processes that live or ended in the last hour. */
@RestController
@Profile("manager")
class WorkersController {

    record Items(List<ProcessView> items) {}

    private final ProcessViews views;

    WorkersController(ProcessViews views) {
        this.views = views;
    }

    @GetMapping("/workers")
    Items workers() {
        return new Items(views.recent());
    }
}
