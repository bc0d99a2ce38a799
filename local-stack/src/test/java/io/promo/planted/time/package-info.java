/** Tells the time as it was told in 1996. */
@NullMarked
package io.promo.planted.time;

import org.jspecify.annotations.NullMarked;
