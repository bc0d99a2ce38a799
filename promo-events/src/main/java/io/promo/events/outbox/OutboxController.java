package io.promo.events.outbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits in this service's outbox, and another try for what failed. Who may call it is the service's own rule. */
@RestController
@RequestMapping("/outbox")
class OutboxController {

    private static final int MOST = 100;

    /** As many digits as always fit into a long. */
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,17}");

    private final OutboxRecords records;
    private final Runnable wakeRelay;

    OutboxController(OutboxRecords records, Runnable wakeRelay) {
        this.records = records;
        this.wakeRelay = wakeRelay;
    }

    record OutboxPage(List<OutboxRecord> items, @Nullable String nextCursor, boolean hasMore) {}

    record Replay(@Nullable List<UUID> ids, @Nullable Boolean dryRun) {}

    record OutboxReplayed(int replayed) {}

    @GetMapping
    OutboxPage list(
            @RequestParam(required = false) OutboxRecord.@Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw badField("limit", "must be between 1 and " + MOST);
        }
        List<OutboxRecord> found = records.list(status, position(cursor), limit + 1);
        if (found.size() <= limit) {
            return new OutboxPage(found, null, false);
        }
        List<OutboxRecord> items = found.subList(0, limit);
        return new OutboxPage(items, Long.toString(items.get(limit - 1).seq()), true);
    }

    @PostMapping("/replay")
    OutboxReplayed replay(@RequestBody(required = false) @Nullable Replay request) {
        List<UUID> ids = request == null ? null : request.ids();
        if (request != null && Boolean.TRUE.equals(request.dryRun())) {
            return new OutboxReplayed(records.failed(ids));
        }
        int replayed = records.replay(ids);
        wakeRelay.run();
        return new OutboxReplayed(replayed);
    }

    private static long position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw badField("cursor", "is not one this list gave out; start without one");
        }
        return Long.parseLong(cursor);
    }

    private static ErrorResponseException badField(String field, String message) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + message);
        problem.setType(URI.create("urn:promo:problem:bad-request"));
        problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
