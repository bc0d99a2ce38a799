package io.promo.calendar.event;

/** Where an event stands; each answers what may be done with it. */
enum EventStatus {
    /** Planned, seen by staff only. */
    DRAFT,
    /** Sent on its dates. */
    PUBLISHED,
    /** Its window has passed. */
    EXPIRED,
    /** Called off for good. */
    CANCELLED;

    boolean mayBeEdited() {
        return this == DRAFT || this == PUBLISHED;
    }
}
