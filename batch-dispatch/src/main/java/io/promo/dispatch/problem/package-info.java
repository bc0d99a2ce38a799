/** Refusals as RFC 9457 problem details. */
@NullMarked
package io.promo.dispatch.problem;

import org.jspecify.annotations.NullMarked;
