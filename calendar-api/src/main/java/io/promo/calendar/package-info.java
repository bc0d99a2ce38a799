/** The calendar service: promotions from a draft to their end. */
@NullMarked
package io.promo.calendar;

import org.jspecify.annotations.NullMarked;
