/** Dispatch's own copy of published events: what is to be sent, to whom, and on which dates. */
@NullMarked
package io.promo.dispatch.schedule;

import org.jspecify.annotations.NullMarked;
