package io.promo.dispatch.testsend;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, or would be.
 *
 * @param messageId in the user's inbox; null in a dry run
 * @param locale the text's, chosen by the customer's
 * @param link where the message leads; null: nowhere
 */
record TestMessage(
        UUID eventId,
        UUID userId,
        boolean dryRun,
        @Nullable UUID messageId,
        String locale,
        String subject,
        String body,
        @Nullable String link) {}
