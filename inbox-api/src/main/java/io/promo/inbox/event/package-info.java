/** The inbox's own copy of what became of each event, so that messages end with it. */
@NullMarked
package io.promo.inbox.event;

import org.jspecify.annotations.NullMarked;
