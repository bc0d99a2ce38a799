/** Prints. */
@NullMarked
package io.promo.planted.printing;

import org.jspecify.annotations.NullMarked;
