/** Sleeps. */
@NullMarked
package io.promo.planted.sleeping;

import org.jspecify.annotations.NullMarked;
