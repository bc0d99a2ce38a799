/** The sweeper: brings what is so to what is wanted, and finds what died. */
@NullMarked
package io.promo.dispatch.sweep;

import org.jspecify.annotations.NullMarked;
