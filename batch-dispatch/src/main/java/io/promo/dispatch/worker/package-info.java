/** Executes partitions: takes requests from Kafka, claims them, streams customers into the inbox. */
@NullMarked
package io.promo.dispatch.worker;

import org.jspecify.annotations.NullMarked;
