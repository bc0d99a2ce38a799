/** Each package breaks one of the house's rules on purpose, but for {@code decent}; nothing here is ever run. */
@NullMarked
package io.promo.planted;

import org.jspecify.annotations.NullMarked;
