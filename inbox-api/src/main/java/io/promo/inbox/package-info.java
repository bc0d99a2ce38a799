/** The inbox service: what a customer sees of the promotions that reached them. */
@NullMarked
package io.promo.inbox;

import org.jspecify.annotations.NullMarked;
