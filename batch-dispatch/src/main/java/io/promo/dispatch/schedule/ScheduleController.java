package io.promo.dispatch.schedule;

import io.promo.dispatch.schedule.Schedule.Status;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What dispatch knows of published events. */
@RestController
@Profile("manager")
class ScheduleController {

    record SchedulePage(List<ScheduleView> items, @Nullable UUID nextCursor, boolean hasMore) {}

    private final Schedules schedules;
    private final ScheduleViews views;

    ScheduleController(Schedules schedules, ScheduleViews views) {
        this.schedules = schedules;
        this.views = views;
    }

    @Operation(summary = "Published events and when each is due next, newest event first")
    @GetMapping("/schedule")
    SchedulePage list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return views.page(status, cursor, limit, schedules.now());
    }
}
