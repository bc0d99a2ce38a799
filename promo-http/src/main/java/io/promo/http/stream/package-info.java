/** Live streams of server-sent events: who has which one open, and what is written to it. */
@NullMarked
package io.promo.http.stream;

import org.jspecify.annotations.NullMarked;
