/** The command lines of {@code promo demo} and {@code promo bench}. */
@NullMarked
package io.promo.bench;

import org.jspecify.annotations.NullMarked;
