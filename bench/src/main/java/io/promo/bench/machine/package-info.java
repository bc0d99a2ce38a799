/** How busy the machine was beside a bench, and which rounds count for that reason. */
@NullMarked
package io.promo.bench.machine;

import org.jspecify.annotations.NullMarked;
