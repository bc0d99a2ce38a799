package io.promo.dispatch.testsend;

import io.promo.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says what came of the tests that calendar-api took. */
@RestController
@Profile("manager")
class TestSendController {

    private final TestSends testSends;

    TestSendController(TestSends testSends) {
        this.testSends = testSends;
    }

    @Operation(summary = "What came of a test message, for a day; 404 until there is word of it")
    @GetMapping("/test-sends/{testId}")
    TestSendOutcome find(@PathVariable UUID testId) {
        return testSends.find(testId).orElseThrow(() -> Refusal.notFound("a word of the test " + testId));
    }
}
