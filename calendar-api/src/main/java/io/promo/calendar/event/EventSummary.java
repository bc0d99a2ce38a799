package io.promo.calendar.event;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as a list shows it: without what may be long, which {@code GET /events/{eventId}} has. */
record EventSummary(
        UUID eventId,
        String title,
        Instant startDatetime,
        Instant endDatetime,
        ZoneId timeZone,
        @Nullable LocalTime dispatchTime,
        @Nullable Integer maxRate,
        EventStatus status,
        long version,
        String createdBy,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt) {}
