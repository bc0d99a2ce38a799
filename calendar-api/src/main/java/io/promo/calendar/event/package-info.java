/** Events: what may be done with them in which status, and the trail of what was. */
@NullMarked
package io.promo.calendar.event;

import org.jspecify.annotations.NullMarked;
