/** Requests that may be repeated: the same key gets the same answer, and the effect happens once. */
@NullMarked
package io.promo.calendar.idempotency;

import org.jspecify.annotations.NullMarked;
