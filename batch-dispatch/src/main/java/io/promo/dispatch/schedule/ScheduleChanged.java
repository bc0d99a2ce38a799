package io.promo.dispatch.schedule;

import java.util.UUID;

/** Said within this process, in the transaction of the change: a schedule has a new version. */
public record ScheduleChanged(UUID eventId) {}
