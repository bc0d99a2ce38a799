/** What became of each event's messages, kept as counts while it happens: sent, read, and how soon. */
@NullMarked
package io.promo.inbox.analytics;

import org.jspecify.annotations.NullMarked;
