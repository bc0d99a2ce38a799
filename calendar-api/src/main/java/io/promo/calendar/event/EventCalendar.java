package io.promo.calendar.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.util.DigestUtils;

/**
 * The events of a time, earliest start first.
 *
 * @param items at most {@value #MOST}
 * @param truncated there are more; ask for a shorter time
 */
record EventCalendar(List<CalendarItem> items, boolean truncated) {

    /** More than anybody can look at, and about half a megabyte. */
    static final int MOST = 2_000;

    /** Of all that were found, one more than there may be at most. */
    static EventCalendar of(List<CalendarItem> found) {
        boolean truncated = found.size() > MOST;
        return new EventCalendar(truncated ? found.subList(0, MOST) : found, truncated);
    }

    /** Changes whenever the answer does: by the clock only the status changes, all else with the version. */
    String etag() {
        StringBuilder state = new StringBuilder().append(truncated);
        items.forEach(
                item -> state.append(item.eventId()).append(item.version()).append(item.status()));
        return "W/\"" + DigestUtils.md5DigestAsHex(state.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
