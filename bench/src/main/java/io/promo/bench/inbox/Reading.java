package io.promo.bench.inbox;

/**
 * How fast inboxes are read by the statements that inbox-api runs, without it.
 *
 * @param customers how many are asked for in turn
 * @param messagesPerCustomer how many each has
 * @param listPerSecond first pages
 * @param countPerSecond unread counts
 */
public record Reading(int customers, int messagesPerCustomer, long listPerSecond, long countPerSecond) {}
