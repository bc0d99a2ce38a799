/** Keycloak with Promo's realm: unpacked by the build, its first database made once per checkout. */
@NullMarked
package io.promo.stack.keycloak;

import org.jspecify.annotations.NullMarked;
