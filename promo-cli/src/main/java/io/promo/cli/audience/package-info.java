/** Customers: import, make up, count, forget. */
@NullMarked
package io.promo.cli.audience;

import org.jspecify.annotations.NullMarked;
