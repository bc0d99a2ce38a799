/** Calls another service. */
@NullMarked
package io.promo.planted.caller;

import org.jspecify.annotations.NullMarked;
