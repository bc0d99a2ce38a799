/** The stack a bench has to itself, and what a bench's command line has in common with others. */
@NullMarked
package io.promo.bench.stack;

import org.jspecify.annotations.NullMarked;
