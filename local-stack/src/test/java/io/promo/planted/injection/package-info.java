/** Is given what it needs behind its back. */
@NullMarked
package io.promo.planted.injection;

import org.jspecify.annotations.NullMarked;
