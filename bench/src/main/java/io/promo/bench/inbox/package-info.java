/** {@code promo bench inbox}: list and badge over HTTP beside the same SQL through a JDBC pool. */
@NullMarked
package io.promo.bench.inbox;

import org.jspecify.annotations.NullMarked;
