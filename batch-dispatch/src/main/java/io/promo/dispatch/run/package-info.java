/** Runs: what is sent when, what people want of it and what is so. The one way into and out of the engine. */
@NullMarked
package io.promo.dispatch.run;

import org.jspecify.annotations.NullMarked;
