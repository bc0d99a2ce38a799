package io.promo.calendar.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.util.DigestUtils;

/**
 * The events of a time, earliest start first.
 *
 * @param items at most {@value #MOST}, and fewer where their audiences are large
 * @param truncated there are more; ask for a shorter time
 */
record EventCalendar(List<CalendarItem> items, boolean truncated) {

    /** More than anybody can look at, and with their audiences about a megabyte. */
    static final int MOST = 2_000;

    /** Changes whenever the answer does: by the clock only the status changes, all else with the version. */
    String etag() {
        StringBuilder state = new StringBuilder().append(truncated);
        items.forEach(
                item -> state.append(item.eventId()).append(item.version()).append(item.status()));
        return "W/\"" + DigestUtils.md5DigestAsHex(state.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
