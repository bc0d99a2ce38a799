package io.promo.dispatch.audience;

import io.promo.dispatch.audience.Erasure.Forgotten;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.AudienceRules;
import io.promo.http.BodyLimit;
import io.promo.http.Refusal;
import io.promo.http.Refusal.FieldProblem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    record EstimateRequest(@NotNull Audience audience) {}

    record ForgetRequest(@NotNull UUID userId, boolean dryRun) {}

    private final Uploads uploads;
    private final AudienceImport imports;
    private final AudienceEstimates estimates;
    private final CustomerStatistics statistics;
    private final Erasure erasure;

    AudienceController(
            Uploads uploads,
            AudienceImport imports,
            AudienceEstimates estimates,
            CustomerStatistics statistics,
            Erasure erasure) {
        this.uploads = uploads;
        this.imports = imports;
        this.estimates = estimates;
        this.statistics = statistics;
        this.erasure = erasure;
    }

    @Operation(
            summary = "Takes in customers from CSV; bad records are reported, the good ones kept",
            description =
                    "UTF-8, at most a gibibyte. The file is received first, for at most 15 minutes, and then imported"
                            + " as a whole or, where it is refused, not at all; 429 when four are under way.")
    @PostMapping(path = "/import", consumes = "text/csv")
    @BodyLimit(Uploads.LONGEST)
    ImportReport load(
            HttpServletRequest request,
            InputStream csv,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Principal caller)
            throws IOException {
        refuseOtherCharsets(request);
        ImportReport report = uploads.receive(csv, file -> imports.run(file, dryRun, caller.getName()));
        if (!dryRun) {
            // Only now: what the import's transaction has brought is to be seen by all.
            statistics.refresh(report.inserted() + report.updated());
        }
        return report;
    }

    @Operation(summary = "Counts whom a rule reaches now, and why not the others")
    @PostMapping("/estimate")
    AudienceEstimate estimate(@Valid @RequestBody EstimateRequest request) {
        List<FieldProblem> problems = AudienceRules.violations(request.audience()).stream()
                .map(it -> new FieldProblem(it.field(), it.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.badFields(HttpStatus.BAD_REQUEST, "invalid-audience", problems);
        }
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

    /** Text in another encoding reads as other text: names would be garbled without anybody being told. */
    private static void refuseOtherCharsets(HttpServletRequest request) {
        String charset = MediaType.parseMediaType(request.getContentType()).getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw Refusal.badFields(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-charset",
                    List.of(new FieldProblem(
                            "Content-Type",
                            "says charset=" + charset
                                    + "; only UTF-8 is read: save the file as UTF-8 and leave the charset out")));
        }
    }
}
