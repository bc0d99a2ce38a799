package io.promo.events.promotion;

/**
 * Something that is wrong with what somebody sent.
 *
 * @param field its path, such as {@code audience.segments}
 * @param message follows the field's name in a sentence
 */
public record Violation(String field, String message) {}
