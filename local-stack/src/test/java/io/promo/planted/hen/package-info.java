/** One half of a cycle. */
@NullMarked
package io.promo.planted.hen;

import org.jspecify.annotations.NullMarked;
