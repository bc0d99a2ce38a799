/** What crosses services: the envelope every Kafka event travels in, its types, and the one declared list of topics. */
@NullMarked
package io.promo.events;

import org.jspecify.annotations.NullMarked;
