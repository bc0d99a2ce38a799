/** Says nothing by its name. */
@NullMarked
package io.promo.planted.naming;

import org.jspecify.annotations.NullMarked;
