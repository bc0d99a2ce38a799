/** The stack a bench measures on, and what all its commands have in common. */
@NullMarked
package io.promo.bench.stack;

import org.jspecify.annotations.NullMarked;
