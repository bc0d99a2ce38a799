/** What counts as unread, the counts that badges show, and the word that one of them has changed. */
@NullMarked
package io.promo.inbox.badge;

import org.jspecify.annotations.NullMarked;
