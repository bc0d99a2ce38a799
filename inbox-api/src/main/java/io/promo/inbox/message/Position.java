package io.promo.inbox.message;

import java.time.LocalDate;
import java.util.UUID;

/** A message's place in its owner's list: newest dispatch date first, and within it the event made last: ids of events are UUIDv7. */
record Position(LocalDate dispatchDate, UUID eventId) {}
