package io.promo.dispatch.explain;

import io.promo.dispatch.audience.CustomerLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

    /**
     * Date by date.
     *
     * @param userId whom it is about; null when no customer has the address that was asked for
     */
    record Explanations(@Nullable UUID userId, List<Explanation> items) {}

    private final CustomerLookup customers;
    private final Explain explain;

    ExplainController(CustomerLookup customers, Explain explain) {
        this.customers = customers;
        this.explain = explain;
    }

    @Operation(summary = "Why a customer got an event or did not, date by date")
    @GetMapping("/explain")
    Explanations explain(
            @Parameter(description = "The customer's id or e-mail address") @RequestParam String user,
            @RequestParam UUID event,
            @RequestParam(required = false) @Nullable LocalDate date) {
        UUID userId = customers.find(user).orElse(null);
        if (userId == null) {
            String nobody = "no customer has the address " + user + "; one who was erased is not known by it any more";
            return new Explanations(null, List.of(new Explanation(date, Outcome.NOT_A_CUSTOMER, nobody)));
        }
        return new Explanations(userId, explain.explain(userId, event, date));
    }
}
