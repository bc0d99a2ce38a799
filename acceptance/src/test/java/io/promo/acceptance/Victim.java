package io.promo.acceptance;

/**
 * A worker about to be hurt.
 *
 * @param name the process's name in {@code promo status}
 * @param processId its id in the dispatch database
 */
record Victim(String name, String processId) {}
