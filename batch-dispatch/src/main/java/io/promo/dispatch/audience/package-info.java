/** Customers: who is eligible, and how they come in. */
@NullMarked
package io.promo.dispatch.audience;

import org.jspecify.annotations.NullMarked;
