/** The dispatch service: schedule, trigger, runs, the partitioned job and its workers. */
@NullMarked
package io.promo.dispatch;

import org.jspecify.annotations.NullMarked;
