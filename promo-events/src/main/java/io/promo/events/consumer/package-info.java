/** Once-only consumption: an event's effect and the memory of it share one transaction. */
@NullMarked
package io.promo.events.consumer;

import org.jspecify.annotations.NullMarked;
