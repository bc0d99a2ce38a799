/** What calendar-api says about promotions: the payload of {@code promotion.events} and the template text it carries. */
@NullMarked
package io.promo.events.promotion;

import org.jspecify.annotations.NullMarked;
