package io.promo.calendar.event;

import io.promo.calendar.http.Actor;
import io.promo.calendar.idempotency.IdempotentRequests;
import io.promo.calendar.idempotency.IdempotentRequests.Request;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tries an event out on one customer. */
@RestController
@Tag(name = "events")
class TestSendController {

    private final TestSends testSends;
    private final IdempotentRequests idempotent;

    TestSendController(TestSends testSends, IdempotentRequests idempotent) {
        this.testSends = testSends;
        this.idempotent = idempotent;
    }

    /**
     * To whom.
     *
     * @param userId the customer's id; null: see {@code user}
     * @param user the customer's id or e-mail address, in place of {@code userId}
     */
    record TestSend(@Nullable UUID userId, @Nullable String user) {}

    /**
     * A test that was handed to dispatch.
     *
     * @param testId what came of it says batch-dispatch, GET /test-sends/{testId}
     */
    record TestSendAccepted(UUID testId, UUID eventId, boolean dryRun) {}

    @PostMapping("/events/{eventId}/test-send")
    @Operation(
            summary = "Send any event that is not cancelled, drafts, too, to one customer, marked as a test",
            description = "Dispatch sends it within seconds; its GET /test-sends/{testId} says what came of it.")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<TestSendAccepted> send(
            @PathVariable UUID eventId,
            @RequestBody TestSend body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(description = "Send nothing; let dispatch say what would be sent")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            Actor actor) {
        String user = TestSends.user(body.userId(), body.user());
        return idempotent.once(
                new Request(actor.name(), key, "test-send", List.of(eventId, user, dryRun)),
                TestSendAccepted.class,
                () -> ResponseEntity.status(HttpStatus.ACCEPTED)
                        .body(new TestSendAccepted(
                                testSends.request(eventId, user, dryRun, actor.name()), eventId, dryRun)));
    }
}
