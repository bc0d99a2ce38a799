package io.promo.inbox.message;

import java.time.LocalDate;
import java.util.UUID;

/** A message's place in its owner's list: newest dispatch date first, then by event id. */
record Position(LocalDate dispatchDate, UUID eventId) {}
