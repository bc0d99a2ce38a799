/** Shares a consumer group with every installation. */
@NullMarked
package io.promo.planted.group;

import org.jspecify.annotations.NullMarked;
