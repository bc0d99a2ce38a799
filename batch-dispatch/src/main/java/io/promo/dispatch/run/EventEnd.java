package io.promo.dispatch.run;

import io.promo.http.Refusal;
import java.util.UUID;

/**
 * The one place that says what an event's end means for its runs: from then on nothing of it is sent unless somebody asks
 * for that. What is under way stops by itself, for it is wanted no longer; whoever wants it to go on is asked. A run may
 * write up to the very instant of the end; it is the schedule's present end that counts.
 */
public final class EventEnd {

    /** SQL: whether the event of the schedule {@code s} is over, heard of or not. */
    static final String OVER = "(s.status = 'EXPIRED' OR s.end_datetime < clock_timestamp())";

    /** SQL: whether the run {@code r} is to stop because its event is over. Primary key of schedule. */
    static final String STOPS = "(r.desired = 'RUNNING' AND r.state IN ('DUE', 'RUNNING') AND NOT r.after_end"
            + " AND EXISTS (SELECT FROM schedule s WHERE s.event_id = r.event_id AND " + OVER + "))";

    /**
     * SQL: what is wanted of the run {@code r}, a {@link Desired}. Whoever acts on it reads it through this. The column by itself
     * is what people want; it is read where the end does not matter: a due run is taken also past the end, as its owner
     * counts who was left out; stopping all asks only what is cancelled; settling a run writes it.
     */
    static final String DESIRED = "CASE WHEN " + STOPS + " THEN 'STOPPED' ELSE r.desired END";

    private EventEnd() {}

    /**
     * Asked by whoever is to send something of an event or to go on with it.
     *
     * @param over whether the event is over
     * @param afterEnd whether the caller asks for it all the same
     * @throws Refusal when it is over and nobody asks for that
     */
    public static void require(UUID eventId, boolean over, boolean afterEnd) {
        if (over && !afterEnd) {
            throw Refusal.byState(
                    "event-over", "event " + eventId + " is over; ask with afterEnd to send all the same");
        }
    }
}
