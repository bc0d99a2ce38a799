package io.promo.dispatch.audience;

import io.promo.dispatch.audience.CustomerGenerator.Generated;
import io.promo.dispatch.audience.Erasure.Forgotten;
import io.promo.events.promotion.Audience;
import io.promo.http.BodyLimit;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers in, customers out, customers counted. */
@RestController
@Profile("manager")
@RequestMapping("/audience")
class AudienceController {

    record GenerateRequest(
            @NotNull @Min(1) @Max(CustomerGenerator.MAX_COUNT)
            Long count,

            @Nullable Long seed) {}

    record EstimateRequest(@NotNull Audience audience) {}

    record ForgetRequest(@NotNull UUID userId, boolean dryRun) {}

    /** Some ten million customers; they are taken in as they come. */
    private static final long LONGEST_IMPORT = 1L << 30;

    private final AudienceImport imports;
    private final CustomerGenerator generator;
    private final AudienceEstimates estimates;
    private final CustomerStatistics statistics;
    private final Erasure erasure;

    AudienceController(
            AudienceImport imports,
            CustomerGenerator generator,
            AudienceEstimates estimates,
            CustomerStatistics statistics,
            Erasure erasure) {
        this.imports = imports;
        this.generator = generator;
        this.estimates = estimates;
        this.statistics = statistics;
        this.erasure = erasure;
    }

    @Operation(summary = "Takes in customers from CSV; bad lines are reported, the good ones kept")
    @PostMapping(path = "/import", consumes = "text/csv")
    @BodyLimit(LONGEST_IMPORT)
    ImportReport load(InputStream csv, @RequestParam(defaultValue = "false") boolean dryRun) throws IOException {
        ImportReport report = imports.run(csv, dryRun);
        if (!dryRun) {
            // Only now: what the import's transaction has brought is to be seen by all.
            statistics.refresh(report.inserted() + report.updated());
        }
        return report;
    }

    @Operation(summary = "Makes up customers; the same count and seed make the same ones")
    @PostMapping("/generate")
    Generated generate(@Valid @RequestBody GenerateRequest request) {
        Long seed = request.seed();
        return generator.generate(request.count(), seed == null ? 0 : seed);
    }

    @Operation(summary = "Counts whom a rule reaches now, and why not the others")
    @PostMapping("/estimate")
    AudienceEstimate estimate(@Valid @RequestBody EstimateRequest request) {
        return estimates.estimate(request.audience());
    }

    @Operation(
            summary = "The most common segments, countries and locales of customers, to choose from",
            description = "From the database's statistics: no customer is looked at, and rare values may be missing.")
    @GetMapping("/values")
    AudienceValues values() {
        return statistics.values();
    }

    @Operation(summary = "Erases a customer here and, through an event, their messages")
    @PostMapping("/forget")
    Forgotten forget(@Valid @RequestBody ForgetRequest request, Principal caller) {
        return erasure.forget(request.userId(), caller.getName(), request.dryRun());
    }
}
