/** {@code promo bench events}: how fast a fact travels: publish to run, backlog to empty, commit to the broker's word. */
@NullMarked
package io.promo.bench.events;

import org.jspecify.annotations.NullMarked;
