/** {@code promo demo}: the whole product once, from nothing to a message in an inbox, with figures taken by SQL. */
@NullMarked
package io.promo.bench.demo;

import org.jspecify.annotations.NullMarked;
