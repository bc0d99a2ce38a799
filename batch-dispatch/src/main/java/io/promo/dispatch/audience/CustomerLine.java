package io.promo.dispatch.audience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid record of an import. Null: the file does not speak of it, so what is known stays.
 *
 * @param line number of the line on which it begins, from 1
 * @param email empty: none
 * @param country ISO 3166 alpha-2 in capitals, or empty
 * @param locale BCP 47 tag in canonical case, or empty
 * @param timeZone IANA zone
 * @param segments sorted, without repetition, joined by {@code |}; empty: none
 */
record CustomerLine(
        long line,
        UUID userId,
        String name,
        @Nullable String email,
        @Nullable String country,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String segments,
        @Nullable Boolean unsubscribed) {}
