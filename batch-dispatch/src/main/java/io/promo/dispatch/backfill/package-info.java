/** Runs asked for by hand: what is due now, dates that went by, dates to be sent again. */
@NullMarked
package io.promo.dispatch.backfill;

import org.jspecify.annotations.NullMarked;
