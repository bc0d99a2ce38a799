/** What the inbox does when a customer is erased. */
@NullMarked
package io.promo.inbox.customer;

import org.jspecify.annotations.NullMarked;
