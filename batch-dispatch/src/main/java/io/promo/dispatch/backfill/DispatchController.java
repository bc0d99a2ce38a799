package io.promo.dispatch.backfill;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for runs. 201 when there are new ones, 200 when not. */
@RestController
@Profile("manager")
class DispatchController {

    record DueAnswer(List<RequestedRun> items) {}

    /**
     * What a backfill comes to.
     *
     * @param total dates on which something is sent
     */
    record BackfillAnswer(List<RequestedRun> items, long total) {}

    private final DueDispatch due;
    private final Backfill backfill;

    DispatchController(DueDispatch due, Backfill backfill) {
        this.due = due;
        this.backfill = backfill;
    }

    @Operation(summary = "Starts what is due now and has no run yet")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping("/runs")
    ResponseEntity<DueAnswer> dispatch(@Valid @RequestBody DueRequest request, Principal caller) {
        List<RequestedRun> items = due.request(request, caller.getName());
        return ResponseEntity.status(status(items, request.dryRun())).body(new DueAnswer(items));
    }

    @Operation(summary = "Sends dates that went by: never sent, failed, or all again")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping("/backfills")
    ResponseEntity<BackfillAnswer> backfill(@Valid @RequestBody BackfillRequest request, Principal caller) {
        List<RequestedRun> items = backfill.request(request, caller.getName());
        return ResponseEntity.status(status(items, request.dryRun())).body(new BackfillAnswer(items, sending(items)));
    }

    private static HttpStatus status(List<RequestedRun> items, boolean dryRun) {
        return dryRun || sending(items) == 0 ? HttpStatus.OK : HttpStatus.CREATED;
    }

    private static long sending(List<RequestedRun> items) {
        return items.stream().filter(it -> it.action().sends()).count();
    }
}
