/** Partitions of runs: their ranges, who executes them under which fence, and the requests that travel for them. */
@NullMarked
package io.promo.dispatch.partition;

import org.jspecify.annotations.NullMarked;
