package io.promo.calendar.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who did what with an event, when, and what changed by it. Outlives the event. */
@Repository
class AuditTrail {

    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};

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
     * @param changes field → its value before and after
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

    /** Records a step from one state of an event to the next; null before it was made and after it was deleted. */
    void record(Action action, String actor, @Nullable Event before, @Nullable Event after) {
        Event known = after == null ? before : after;
        if (known == null) {
            throw new IllegalArgumentException("nothing happened");
        }
        insert(action, actor, known, before, after, changes(before, after));
    }

    /** Records a draft made from another event. */
    void recordCopy(String actor, UUID sourceId, Event copy) {
        Change source = new Change(null, sourceId);
        insert(Action.COPY, actor, copy, null, copy, Map.of("copyOf", source));
    }

    /** Oldest first; empty for an event that never was. */
    List<Entry> history(UUID eventId) {
        return jdbc.sql("""
                        SELECT at, actor, action, from_status, to_status, version, changes::text AS changes
                        FROM event_audit WHERE event_id = ? ORDER BY audit_id""")
                .param(eventId)
                .query((row, index) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        Action.valueOf(row.getString("action")),
                        status(row.getString("from_status")),
                        status(row.getString("to_status")),
                        row.getLong("version"),
                        json.readValue(row.getString("changes"), CHANGES)))
                .list();
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

    private Map<String, Change> changes(@Nullable Event before, @Nullable Event after) {
        Map<String, Change> changes = new TreeMap<>();
        if (before != null && after != null) {
            JsonNode from = json.valueToTree(before.content());
            JsonNode to = json.valueToTree(after.content());
            to.propertyNames().stream()
                    .filter(field -> !from.path(field).equals(to.path(field)))
                    .forEach(field -> changes.put(field, new Change(from.get(field), to.get(field))));
        }
        return changes;
    }
}
