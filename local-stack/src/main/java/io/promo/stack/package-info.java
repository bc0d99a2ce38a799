/**
 * The local stack: starts, finds, watches and stops PostgreSQL, Kafka, Keycloak and the services as local processes.
 *
 * <p>{@code promo up}, {@code down} and {@code status} come in through {@link io.promo.stack.Main}; tests and benches
 * through {@link io.promo.stack.LocalStack}:
 *
 * <pre>{@code
 * var settings = Settings.from(System.getenv());                       // the stack of this checkout, or one's own:
 * settings = new Settings(home, settings.repository(), Ports.inARow(FreePorts.inARow(12)));
 * var stack = new LocalStack(settings);
 * Status status = stack.up(2, line -> {});
 * stack.kill("worker-1");
 * stack.restart("worker-1");
 * stack.down(true);
 * }</pre>
 */
@NullMarked
package io.promo.stack;

import org.jspecify.annotations.NullMarked;
