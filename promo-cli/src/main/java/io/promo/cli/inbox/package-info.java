/** The caller's own inbox. */
@NullMarked
package io.promo.cli.inbox;

import org.jspecify.annotations.NullMarked;
