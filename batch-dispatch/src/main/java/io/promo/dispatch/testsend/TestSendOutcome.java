package io.promo.dispatch.testsend;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test.
 *
 * @param at when it was sent or refused
 * @param status of a refusal, as HTTP has it; null: it was not refused
 * @param detail why it was refused; null: it was not
 * @param message what was sent, or would be; null where it was refused
 */
record TestSendOutcome(
        UUID testId,
        UUID eventId,
        Instant at,
        TestSendState state,
        @Nullable Integer status,
        @Nullable String detail,
        @Nullable TestMessage message) {}
