package io.promo.inbox.badge;

import java.util.UUID;

/**
 * A customer has marked messages read or unread, and that is committed. Published within this instance.
 *
 * @param userId whose badge may show another count now
 */
public record BadgeChanged(UUID userId) {}
