/** Says why a customer got, or did not get, a promotion. */
@NullMarked
package io.promo.dispatch.explain;

import org.jspecify.annotations.NullMarked;
