/** What is said about customers on {@code customer.events}. */
@NullMarked
package io.promo.events.customer;

import org.jspecify.annotations.NullMarked;
