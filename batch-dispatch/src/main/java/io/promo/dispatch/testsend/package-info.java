/** Tries an event out on one customer before, or while, it goes to all. */
@NullMarked
package io.promo.dispatch.testsend;

import org.jspecify.annotations.NullMarked;
