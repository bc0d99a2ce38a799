package io.promo.dispatch.run;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with runs. Recorded in the transaction that does it, so that nothing is done unseen or seen undone. */
@Repository
public class RunActions {

    /** Who acts where no person does. */
    public static final String SYSTEM = "system";

    private static final int MOST = 2_000;

    /** What is done with a run. */
    public enum Action {
        /** It was made, due to be started. */
        REQUEST,
        /** Its date went by unsent. */
        MISS,
        /** A missed one is sent after all. */
        REVIVE,
        PAUSE,
        RESUME,
        STOP,
        RESTART,
        CANCEL,
        /** Another manager drives it, as the one that did is gone. */
        TAKE_OVER,
        /** Nothing of it is under way any more; the detail begins with the state. */
        END
    }

    /**
     * The latest actions, oldest first.
     *
     * @param items at most {@value #MOST}
     * @param truncated older ones are left out
     */
    record LatestRunActions(List<RunAction> items, boolean truncated) {}

    /** A run's by the index run_action_run; an event's runs by the unique key (event_id, dispatch_date, generation). */
    private static final String LATEST = """
            SELECT at, actor, action, detail, run_id, dispatch_date, generation
            FROM run_action JOIN run USING (run_id)
            WHERE %s = :id ORDER BY action_id DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;

    RunActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records an action.
     *
     * @param actor a user's name, {@code trigger}, or {@link #SYSTEM}
     * @param detail for people; null: there is nothing to add
     */
    public void record(UUID runId, String actor, Action action, @Nullable String detail) {
        jdbc.sql("INSERT INTO run_action (run_id, actor, action, detail) VALUES (?, ?, ?, ?)")
                .params(runId, actor, action.name())
                .param(4, detail, Types.VARCHAR)
                .update();
    }

    LatestRunActions ofRun(UUID runId) {
        return latest("run_id", runId);
    }

    LatestRunActions ofEvent(UUID eventId) {
        return latest("event_id", eventId);
    }

    private LatestRunActions latest(String column, UUID id) {
        List<RunAction> found = new ArrayList<>(jdbc.sql(LATEST.formatted(column))
                .param("id", id)
                .param("limit", MOST + 1)
                .query(RunAction.class)
                .list());
        boolean truncated = found.size() > MOST;
        List<RunAction> items = truncated ? found.subList(0, MOST) : found;
        Collections.reverse(items);
        return new LatestRunActions(items, truncated);
    }
}
