package io.promo.dispatch.audience;

import io.promo.dispatch.audience.CustomerGenerator.Generated;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes up customers where {@code promo.demonstration} is true, as it is on the local stack. Elsewhere the route does not
 * exist: made-up customers among real ones, three of them with known logins, could only be taken out one by one.
 */
@RestController
@Profile("manager")
@ConditionalOnBooleanProperty("promo.demonstration")
class DemonstrationController {

    /** @param dryRun true: makes nobody; says whether it could be done */
    record GenerateRequest(
            @NotNull @Min(1) @Max(CustomerGenerator.MAX_COUNT)
            Long count,

            @Nullable Long seed,
            boolean dryRun) {}

    private final CustomerGenerator generator;

    DemonstrationController(CustomerGenerator generator) {
        this.generator = generator;
    }

    @Operation(
            summary = "Makes up customers; the same count and seed make the same ones",
            description = "Only where promo.demonstration is true; elsewhere 404.")
    @PostMapping("/audience/generate")
    Generated generate(@Valid @RequestBody GenerateRequest request) {
        Long seed = request.seed();
        return request.dryRun() ? new Generated(0, 0) : generator.generate(request.count(), seed == null ? 0 : seed);
    }
}
