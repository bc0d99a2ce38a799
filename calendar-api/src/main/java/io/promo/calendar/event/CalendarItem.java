package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As much of an event as a calendar draws.
 *
 * @param status by the clock: a published event whose end has passed is expired
 * @param dispatchTime local; null: the local time of the start
 * @param version the event's ETag without its quotes
 */
record CalendarItem(
        UUID eventId,
        String title,
        EventStatus status,
        Instant startDatetime,
        Instant endDatetime,
        ZoneId timeZone,
        @Nullable LocalTime dispatchTime,
        long version,
        Audience audience) {}
