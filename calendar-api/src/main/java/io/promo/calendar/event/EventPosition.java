package io.promo.calendar.event;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of events: behind this one. */
record EventPosition(Instant startDatetime, UUID eventId) {}
