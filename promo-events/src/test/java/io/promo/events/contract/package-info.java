/** What keeps payloads readable by every release that may meet them. */
@NullMarked
package io.promo.events.contract;

import org.jspecify.annotations.NullMarked;
