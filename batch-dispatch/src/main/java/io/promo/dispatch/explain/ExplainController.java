package io.promo.dispatch.explain;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers why. */
@RestController
@Profile("manager")
class ExplainController {

    record Explanations(List<Explanation> items) {}

    private final Explain explain;

    ExplainController(Explain explain) {
        this.explain = explain;
    }

    @Operation(summary = "Why a customer got an event or did not, date by date")
    @GetMapping("/explain")
    Explanations explain(
            @RequestParam UUID user,
            @RequestParam UUID event,
            @RequestParam(required = false) @Nullable LocalDate date) {
        return new Explanations(explain.explain(user, event, date));
    }
}
