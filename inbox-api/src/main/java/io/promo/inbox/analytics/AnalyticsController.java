package io.promo.inbox.analytics;

import io.promo.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sent, read and how soon, for staff. */
@RestController
class AnalyticsController {

    /** A quarter on one page is more than a chart can show. */
    static final int MOST_DAYS = 92;

    private final Analytics analytics;

    AnalyticsController(Analytics analytics) {
        this.analytics = analytics;
    }

    /** @param items oldest date first, then by title */
    record AnalyticsList(List<EventDay> items) {}

    @GetMapping("/admin/analytics")
    @Operation(
            summary =
                    "Per event and dispatch date: sent, read, and how soon; of one event, or of all between two dates",
            description = "A date appears once a run of it has ended. Counts are kept when the messages are dropped."
                    + " Messages sent by hand to try an event out are left out.")
    AnalyticsList analytics(
            @Parameter(description = "All dates of this event; then without from and to.")
                    @RequestParam(required = false)
                    @Nullable
                    UUID event,
            @Parameter(description = "First dispatch date, with to.") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "Last dispatch date, at most 92 days with from.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to) {
        if (event != null) {
            require(from == null && to == null, "event", "excludes from and to; send it alone or both of them");
            return new AnalyticsList(analytics.of(event));
        }
        if (from == null || to == null) {
            throw refused(from == null ? "from" : "to", "is missing; send event, or from and to");
        }
        require(!to.isBefore(from), "to", "must not be before from");
        require(to.isBefore(from.plusDays(MOST_DAYS)), "to", "must be within " + MOST_DAYS + " days of from");
        return new AnalyticsList(analytics.between(from, to));
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw refused(field, message);
        }
    }

    private static Refusal refused(String field, String message) {
        return Refusal.badField("bad-request", field, message);
    }
}
