/** The services' REST APIs as demo and bench use them. */
@NullMarked
package io.promo.bench.client;

import org.jspecify.annotations.NullMarked;
