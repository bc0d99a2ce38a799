/** Makes the runs that are due, each exactly once, and records the dates that went by unsent. */
@NullMarked
package io.promo.dispatch.trigger;

import org.jspecify.annotations.NullMarked;
