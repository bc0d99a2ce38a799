package io.promo.bench.dispatch;

import java.util.Optional;

/** What the bench has measured; as JSON, what {@code -o json} prints. */
sealed interface Outcome permits Report, GrowthReport {

    /** For people. */
    String table();

    /** Why it cannot be trusted; empty when it can. */
    Optional<String> distrust();
}
