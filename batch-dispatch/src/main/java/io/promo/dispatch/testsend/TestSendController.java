package io.promo.dispatch.testsend;

import io.promo.dispatch.audience.CustomerLookup;
import io.promo.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One event to one user. */
@RestController
@Profile("manager")
class TestSendController {

    /**
     * Asks for a test.
     *
     * @param userId to whom; null: see {@code user}
     * @param user the customer's id or e-mail address, in place of {@code userId}
     */
    record TestSendRequest(
            @NotNull UUID eventId,
            @Nullable UUID userId,
            @Nullable String user,
            boolean dryRun) {}

    private final CustomerLookup customers;
    private final TestSend testSend;

    TestSendController(CustomerLookup customers, TestSend testSend) {
        this.customers = customers;
        this.testSend = testSend;
    }

    @Operation(
            summary = "Sends a published event to one customer, marked as a test",
            description = "Kept for a while: calendar-api's POST /events/{eventId}/test-send takes drafts, too.",
            deprecated = true)
    @PostMapping("/test-send")
    TestMessage send(@Valid @RequestBody TestSendRequest request, Principal caller) {
        return testSend.send(request.eventId(), userId(request), request.dryRun(), caller.getName());
    }

    private UUID userId(TestSendRequest request) {
        UUID userId = request.userId();
        String user = request.user();
        if ((userId == null) == (user == null)) {
            throw Refusal.badField("userId", "must be given, or user in its place, and not both");
        }
        return userId != null ? userId : customers.find(user).orElseThrow(() -> Refusal.notFound("customer " + user));
    }
}
