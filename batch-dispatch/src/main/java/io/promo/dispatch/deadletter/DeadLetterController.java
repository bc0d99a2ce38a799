package io.promo.dispatch.deadletter;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters as operators see them. */
@RestController
@Profile("manager")
@RequestMapping("/dead-letters")
class DeadLetterController {

    record DeadLetterPage(List<DeadLetter> items, @Nullable Long nextCursor, boolean hasMore) {}

    /**
     * Asks for a replay.
     *
     * @param ids which; null: all that were not sent again yet, at most {@value Replay#AT_ONCE} and 2 MB at a time
     */
    record ReplayRequest(
            @Size(min = 1, max = Replay.AT_ONCE) @Nullable List<@NotNull Long> ids, boolean dryRun) {}

    record Replayed(boolean dryRun, int replayed, List<DeadLetter> items) {}

    private final DeadLetterStore store;
    private final Replay replay;

    DeadLetterController(DeadLetterStore store, Replay replay) {
        this.store = store;
        this.replay = replay;
    }

    @Operation(summary = "Records that could never be processed, newest first")
    @GetMapping
    DeadLetterPage list(
            @RequestParam(required = false) @Nullable Boolean replayed,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        DeadLetterStore.Page page = store.page(replayed, cursor, limit);
        List<DeadLetter> items = page.items();
        return new DeadLetterPage(
                items, page.more() ? items.get(items.size() - 1).id() : null, page.more());
    }

    @Operation(summary = "Sends dead letters again to where they failed")
    @PostMapping("/replay")
    Replayed replay(@Valid @RequestBody ReplayRequest request, Principal caller) {
        List<DeadLetter> items = replay.replay(request.ids(), caller.getName(), request.dryRun());
        return new Replayed(request.dryRun(), request.dryRun() ? 0 : items.size(), items);
    }
}
