/** How the service speaks HTTP: who the caller is, who may do what, and how a refusal reads. */
@NullMarked
package io.promo.calendar.http;

import org.jspecify.annotations.NullMarked;
