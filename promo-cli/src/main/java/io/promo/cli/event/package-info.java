/** Events in the calendar, from draft to cancellation. */
@NullMarked
package io.promo.cli.event;

import org.jspecify.annotations.NullMarked;
