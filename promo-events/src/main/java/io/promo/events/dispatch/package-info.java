/** What dispatch says: requests to workers on {@code promotion.dispatch}, ended runs on {@code promotion.dispatched}. */
@NullMarked
package io.promo.events.dispatch;

import org.jspecify.annotations.NullMarked;
