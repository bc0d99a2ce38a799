/** A Kafka broker of one node, as a program of its own. */
@NullMarked
package io.promo.stack.kafka;

import org.jspecify.annotations.NullMarked;
