/** A customer's messages: list, badge, read and unread. */
@NullMarked
package io.promo.inbox.message;

import org.jspecify.annotations.NullMarked;
