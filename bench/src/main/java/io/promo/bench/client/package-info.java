/** The services' REST APIs as the demo uses them. */
@NullMarked
package io.promo.bench.client;

import org.jspecify.annotations.NullMarked;
