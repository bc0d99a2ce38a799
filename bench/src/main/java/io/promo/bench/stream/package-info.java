/** {@code promo bench stream}: thousands of customers with a live stream when a run ends. */
@NullMarked
package io.promo.bench.stream;

import org.jspecify.annotations.NullMarked;
