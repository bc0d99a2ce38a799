package io.promo.bench.usual;

import java.time.LocalDate;
import java.util.UUID;

/** An item written: the whole text in each row. */
record Message(UUID id, UUID userId, UUID eventId, LocalDate dispatchDate, String subject, String content) {

    private static final int CONTENT_LENGTH = 600;

    static Message of(Customer customer, UUID eventId, LocalDate date) {
        String greeting = "Hello " + customer.displayName() + ", everything for the garden is 20 % off. ";
        return new Message(
                UUID.randomUUID(),
                customer.userId(),
                eventId,
                date,
                customer.displayName() + ", spring is here",
                greeting.repeat(CONTENT_LENGTH / greeting.length() + 1).substring(0, CONTENT_LENGTH));
    }
}
