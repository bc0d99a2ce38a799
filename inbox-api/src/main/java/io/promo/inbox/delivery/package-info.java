/** What operators may ask about delivered messages. */
@NullMarked
package io.promo.inbox.delivery;

import org.jspecify.annotations.NullMarked;
