package io.promo.dispatch.testsend;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One event to one user. */
@RestController
@Profile("manager")
class TestSendController {

    record TestSendRequest(@NotNull UUID eventId, @NotNull UUID userId, boolean dryRun) {}

    private final TestSend testSend;

    TestSendController(TestSend testSend) {
        this.testSend = testSend;
    }

    @Operation(summary = "Sends a published event to one customer, marked as a test")
    @PostMapping("/test-send")
    TestMessage send(@Valid @RequestBody TestSendRequest request, Principal caller) {
        return testSend.send(request.eventId(), request.userId(), request.dryRun(), caller.getName());
    }
}
