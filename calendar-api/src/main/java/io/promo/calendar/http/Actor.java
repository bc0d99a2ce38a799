package io.promo.calendar.http;

/**
 * Who is asking; a controller method that takes one gets it from the bearer token.
 *
 * @param name the token's {@code preferred_username}, or its {@code sub} where there is none
 */
public record Actor(String name) {}
