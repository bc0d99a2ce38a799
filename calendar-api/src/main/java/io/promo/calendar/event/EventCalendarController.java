package io.promo.calendar.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a calendar draws. */
@RestController
@Tag(name = "events")
class EventCalendarController {

    private final EventCalendars calendars;

    EventCalendarController(EventCalendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/events/calendar")
    @Operation(summary = "The events of a time without their texts, earliest first, at most 2,000")
    ResponseEntity<EventCalendar> calendar(@RequestParam Instant from, @RequestParam Instant to) {
        EventQuery.checkTime(from, to);
        EventCalendar calendar = calendars.overlapping(from, to);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(calendar.etag())
                .body(calendar);
    }
}
