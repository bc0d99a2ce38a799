package io.promo.calendar.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who did what with an event, when, and what changed by it. Outlives the event. */
@Repository
class AuditTrail {

    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};

    /** A page ends with the entry that reaches it: entries of earlier releases hold whole texts, before and after. */
    private static final int MOST_BYTES = 500_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditTrail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    enum Action {
        CREATE,
        EDIT,
        PUBLISH,
        CANCEL,
        EXPIRE,
        DELETE,
        COPY
    }

    /**
     * One thing that was done.
     *
     * @param changes field → its value before and after; of long ones what differs, and … where something is left out
     */
    record Entry(
            Instant at,
            String actor,
            Action action,
            @Nullable EventStatus fromStatus,
            @Nullable EventStatus toStatus,
            long version,
            Map<String, Change> changes) {}

    /** A field's value as JSON has it; null: it had, or has, none. */
    record Change(@Nullable Object from, @Nullable Object to) {}

    /** @param found how many there are, up to one more than are wanted */
    private record Row(long auditId, long found, Entry entry) {}

    /** Records a step from one state of an event to the next; null before it was made and after it was deleted. */
    void record(Action action, String actor, @Nullable Event before, @Nullable Event after) {
        Event known = after == null ? before : after;
        if (known == null) {
            throw new IllegalArgumentException("nothing happened");
        }
        Map<String, Change> changes = before == null || after == null
                ? Map.of()
                : EventChanges.between(before.content(), after.content(), json);
        insert(action, actor, known, before, after, changes);
    }

    /** Records a draft made from another event. */
    void recordCopy(String actor, UUID sourceId, Event copy) {
        Change source = new Change(null, sourceId);
        insert(Action.COPY, actor, copy, null, copy, Map.of("copyOf", source));
    }

    /**
     * A page of what was done with an event, newest first: as many entries as are wanted, or fewer when they are large.
     *
     * @param before the position of the last entry of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit at least 1
     */
    HistoryPage history(UUID eventId, long before, int limit) {
        List<Row> rows = jdbc.sql("""
                        WITH found AS (
                            SELECT audit_id, at, actor, action, from_status, to_status, version, changes::text AS changes
                            FROM event_audit WHERE event_id = :eventId AND audit_id < :before
                            ORDER BY audit_id DESC LIMIT :limit + 1),
                        sized AS (
                            SELECT *, count(*) OVER () AS found,
                                   sum(octet_length(changes)) OVER (ORDER BY audit_id DESC) - octet_length(changes) AS bytes
                            FROM found)
                        SELECT * FROM sized WHERE bytes < :most ORDER BY audit_id DESC LIMIT :limit""")
                .param("eventId", eventId)
                .param("before", before)
                .param("limit", limit)
                .param("most", MOST_BYTES)
                .query(this::row)
                .list();
        boolean more = !rows.isEmpty() && rows.get(0).found() > rows.size();
        String next = more ? Long.toString(rows.get(rows.size() - 1).auditId()) : null;
        return new HistoryPage(rows.stream().map(Row::entry).toList(), next, more);
    }

    private Row row(ResultSet row, int index) throws SQLException {
        Entry entry = new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Action.valueOf(row.getString("action")),
                status(row.getString("from_status")),
                status(row.getString("to_status")),
                row.getLong("version"),
                json.readValue(row.getString("changes"), CHANGES));
        return new Row(row.getLong("audit_id"), row.getLong("found"), entry);
    }

    private static @Nullable EventStatus status(@Nullable String name) {
        return name == null ? null : EventStatus.valueOf(name);
    }

    private void insert(
            Action action,
            String actor,
            Event event,
            @Nullable Event before,
            @Nullable Event after,
            Map<String, Change> changes) {
        jdbc.sql("""
                        INSERT INTO event_audit (event_id, actor, action, from_status, to_status, version, changes)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(event.eventId(), actor, action.name())
                .param(before == null ? null : before.status().name())
                .param(after == null ? null : after.status().name())
                .param(event.version())
                .param(json.writeValueAsString(changes))
                .update();
    }
}
