/**
 * What {@code promo bench inbox} compares with: list and badge as Spring's guides show them, by Spring MVC, Spring Data JPA
 * and Spring Security's resource server with their defaults.
 */
@NullMarked
package io.promo.bench.usualinbox;

import org.jspecify.annotations.NullMarked;
