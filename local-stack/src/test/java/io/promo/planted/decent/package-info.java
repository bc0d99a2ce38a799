/** Keeps every rule. */
@NullMarked
package io.promo.planted.decent;

import org.jspecify.annotations.NullMarked;
