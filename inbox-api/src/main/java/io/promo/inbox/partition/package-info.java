/** The partitions of the message table: made ahead, vacuumed after a run, dropped after the retention. */
@NullMarked
package io.promo.inbox.partition;

import org.jspecify.annotations.NullMarked;
