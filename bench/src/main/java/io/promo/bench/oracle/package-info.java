/** Proof by SQL alone, written without the services' code: who should have a message and who has. */
@NullMarked
package io.promo.bench.oracle;

import org.jspecify.annotations.NullMarked;
