/** Whether a customer wants promotions at all. */
@NullMarked
package io.promo.inbox.preference;

import org.jspecify.annotations.NullMarked;
