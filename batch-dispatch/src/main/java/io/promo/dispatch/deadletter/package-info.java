/** Records that could never be processed: kept with their cause, shown, and sent again when the cause is gone. */
@NullMarked
package io.promo.dispatch.deadletter;

import org.jspecify.annotations.NullMarked;
