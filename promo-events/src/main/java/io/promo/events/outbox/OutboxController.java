package io.promo.events.outbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private static final int MOST = 1_000;

    private final OutboxStore store;
    private final OutboxRelay relay;

    OutboxController(OutboxStore store, OutboxRelay relay) {
        this.store = store;
        this.relay = relay;
    }

    record Records(List<OutboxRecord> items) {}

    record Replay(@Nullable List<UUID> ids, @Nullable Boolean dryRun) {}

    @GetMapping
    Records list(@RequestParam(required = false) @Nullable String status) {
        return new Records(store.list(status, MOST));
    }

    @PostMapping("/replay")
    Map<String, Integer> replay(@RequestBody(required = false) @Nullable Replay request) {
        List<UUID> ids = request == null ? null : request.ids();
        if (request != null && Boolean.TRUE.equals(request.dryRun())) {
            return Map.of("replayed", store.replayable(ids));
        }
        int replayed = store.replay(ids);
        relay.wake();
        return Map.of("replayed", replayed);
    }
}
