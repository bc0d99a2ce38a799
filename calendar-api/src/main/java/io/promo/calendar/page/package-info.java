/** The browser's page: its files, what it must know to start, and which requests are for it. */
@NullMarked
package io.promo.calendar.page;

import org.jspecify.annotations.NullMarked;
