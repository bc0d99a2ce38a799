/**
 * Tries requests that nobody thought of on every operation of a service's OpenAPI document. A test of the service calls
 * {@link io.promo.stack.testing.fuzz.ApiFuzz}; the same seed makes the same requests.
 */
@NullMarked
package io.promo.stack.testing.fuzz;

import org.jspecify.annotations.NullMarked;
