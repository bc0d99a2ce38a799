/** What is unpacked or built once and then shared by every stack and test of this checkout. */
@NullMarked
package io.promo.stack.dist;

import org.jspecify.annotations.NullMarked;
