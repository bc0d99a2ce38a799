package io.promo.dispatch.run;

import io.promo.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows runs and changes what is wanted of them. */
@RestController
@Profile("manager")
@RequestMapping("/runs")
class RunController {

    private static final int MAX_LIMIT = 100;

    /** A page of a list; {@code nextCursor} is null on the last. */
    record Page<T>(List<T> items, @Nullable String nextCursor, boolean hasMore) {}

    record Items<T>(List<T> items) {}

    /**
     * Body of whatever lets a run go on.
     *
     * @param afterEnd also when its event is over
     */
    record GoOn(boolean afterEnd) {}

    private final RunViews views;
    private final PartitionViews partitions;
    private final RunLifecycle lifecycle;
    private final RunProgress progress;

    RunController(RunViews views, PartitionViews partitions, RunLifecycle lifecycle, RunProgress progress) {
        this.views = views;
        this.partitions = partitions;
        this.lifecycle = lifecycle;
        this.progress = progress;
    }

    @Operation(summary = "Runs, the latest requested first; a date that went by unsent is one, too, MISSED")
    @GetMapping
    Page<RunView> list(
            @RequestParam(required = false) @Nullable UUID eventId,
            @RequestParam(required = false) @Nullable RunState state,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refusal.badField("limit", "must be between 1 and " + MAX_LIMIT);
        }
        RunCursor before = cursor == null ? null : RunCursor.parse(cursor);
        List<RunView> found = views.list(new RunViews.Filter(eventId, state, date, before), limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null, false);
        }
        List<RunView> items = found.subList(0, limit);
        return new Page<>(items, RunCursor.after(items.get(limit - 1)).text(), true);
    }

    @Operation(summary = "One run as it is now")
    @GetMapping("/{runId}")
    RunView get(@PathVariable UUID runId) {
        return views.find(runId).orElseThrow(() -> Refusal.notFound("run " + runId));
    }

    @Operation(summary = "How far each range of customers has come; empty for runs long over")
    @GetMapping("/{runId}/partitions")
    Items<PartitionView> partitions(@PathVariable UUID runId) {
        get(runId);
        return new Items<>(partitions.of(runId));
    }

    @Operation(
            summary =
                    "Server-sent events: the run about once a second as progress, and as end when nobody drives it any more",
            description =
                    "Each is `event: progress` or `event: end` with a run as JSON in `data`, the first at once; nothing comes"
                            + " after an end. The stream ends without one with the token, after an hour at most, and when the"
                            + " service stops; come back with a fresh token after the pause given as `retry`. At most 8"
                            + " streams a caller: 429 beyond. Comments are heartbeats, every 15 seconds.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = RunView.class)))
    @GetMapping(path = "/{runId}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> progress(@PathVariable UUID runId, HttpServletRequest request) {
        return progress.follow(request, get(runId));
    }

    @Operation(summary = "Pauses a run at the next chunk; resume lets it go on")
    @PostMapping("/{runId}/pause")
    RunView pause(@PathVariable UUID runId, Principal caller) {
        lifecycle.pause(runId, caller.getName());
        return get(runId);
    }

    @Operation(summary = "Lets a paused run go on; after the end of its event only where afterEnd says so")
    @PostMapping("/{runId}/resume")
    RunView resume(@PathVariable UUID runId, @RequestBody(required = false) @Nullable GoOn body, Principal caller) {
        lifecycle.resume(runId, body != null && body.afterEnd(), caller.getName());
        return get(runId);
    }

    @Operation(summary = "Stops a run at the next chunk; restart lets it go on")
    @PostMapping("/{runId}/stop")
    RunView stop(@PathVariable UUID runId, Principal caller) {
        lifecycle.stop(runId, caller.getName());
        return get(runId);
    }

    @Operation(
            summary =
                    "Lets a stopped or failed run go on with what is unfinished; after the end of its event only where afterEnd says so")
    @PostMapping("/{runId}/restart")
    RunView restart(@PathVariable UUID runId, @RequestBody(required = false) @Nullable GoOn body, Principal caller) {
        lifecycle.restart(runId, body != null && body.afterEnd(), caller.getName());
        return get(runId);
    }

    @Operation(summary = "Stops every run that is not over")
    @PostMapping("/stop-all")
    Items<RunView> stopAll(Principal caller) {
        return new Items<>(
                lifecycle.stopAll(caller.getName()).stream().map(this::get).toList());
    }
}
