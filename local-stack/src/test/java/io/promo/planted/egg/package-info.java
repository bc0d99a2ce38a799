/** The other half of a cycle. */
@NullMarked
package io.promo.planted.egg;

import org.jspecify.annotations.NullMarked;
