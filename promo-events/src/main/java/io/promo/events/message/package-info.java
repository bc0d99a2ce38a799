/** The identity of a message, which dispatch makes and the inbox reads. */
@NullMarked
package io.promo.events.message;

import org.jspecify.annotations.NullMarked;
