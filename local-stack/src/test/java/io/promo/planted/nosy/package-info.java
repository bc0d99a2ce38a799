/** Looks into another module. */
@NullMarked
package io.promo.planted.nosy;

import org.jspecify.annotations.NullMarked;
