/** The local stack: starts, finds, watches and stops PostgreSQL, Kafka, Keycloak and the services as local processes. */
@NullMarked
package io.promo.stack;

import org.jspecify.annotations.NullMarked;
