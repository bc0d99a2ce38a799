/** How every service speaks HTTP: how a refusal reads, who is let in, what a request may look like. */
@NullMarked
package io.promo.http;

import org.jspecify.annotations.NullMarked;
