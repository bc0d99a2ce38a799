/** Spring Batch's job repository behind a guard: what a process may no longer record is not recorded. */
@NullMarked
package io.promo.dispatch.guard;

import org.jspecify.annotations.NullMarked;
