/** {@code promo bench dispatch}: the platform beside a bare pipe, the write limit, and the usual way. */
@NullMarked
package io.promo.bench.dispatch;

import org.jspecify.annotations.NullMarked;
