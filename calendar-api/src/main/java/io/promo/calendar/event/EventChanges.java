package io.promo.calendar.event;

import io.promo.calendar.event.AuditTrail.Change;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two states of an event, small enough to be kept for each edit: of short values the old and the
 * new one, of long texts the part that differs, of long lists the values that came and went, of objects the parts that
 * differ. The more differs, the less there is of each text.
 */
final class EventChanges {

    /** Characters for all texts of an edit together, before and after. */
    private static final int MOST_TEXT = 12_000;

    private static final int LONGEST_TEXT = 1_000;
    private static final int SHORTEST_TEXT = 50;

    /** Shorter lists are kept whole; of longer ones this many of the values that came, and of those that went. */
    private static final int MOST_VALUES = 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final int most;

    private EventChanges(int most) {
        this.most = most;
    }

    /** Field → what differs in it, before and after. */
    static Map<String, Change> between(EventContent before, EventContent after, JsonMapper json) {
        JsonNode from = json.valueToTree(before);
        JsonNode to = json.valueToTree(after);
        int most = Math.max(SHORTEST_TEXT, Math.min(LONGEST_TEXT, MOST_TEXT / (2 * Math.max(1, count(from, to)))));
        EventChanges changes = new EventChanges(most);
        Map<String, Change> found = new TreeMap<>();
        differing(from, to).forEach(field -> found.put(field, changes.change(from.get(field), to.get(field))));
        return found;
    }

    /** How many values differ, at any depth. */
    private static int count(@Nullable JsonNode from, @Nullable JsonNode to) {
        return isObject(from) || isObject(to)
                ? differing(from, to).stream()
                        .mapToInt(field -> count(child(from, field), child(to, field)))
                        .sum()
                : 1;
    }

    private Change change(@Nullable JsonNode from, @Nullable JsonNode to) {
        if (isObject(from) || isObject(to)) {
            return parts(from, to);
        }
        if (from != null && to != null && from.isArray() && to.isArray()) {
            return values(from, to);
        }
        if (from != null && from.isString() || to != null && to.isString()) {
            TextChange texts = TextChange.of(text(from), text(to), most);
            return new Change(texts.from(), texts.to());
        }
        return new Change(from, to);
    }

    private Change parts(@Nullable JsonNode from, @Nullable JsonNode to) {
        ObjectNode before = NODES.objectNode();
        ObjectNode after = NODES.objectNode();
        for (String field : differing(from, to)) {
            Change change = change(child(from, field), child(to, field));
            put(before, field, child(from, field), change.from());
            put(after, field, child(to, field), change.to());
        }
        return new Change(before, after);
    }

    private static void put(ObjectNode target, String field, @Nullable JsonNode original, @Nullable Object value) {
        if (original != null) {
            target.putPOJO(field, value);
        }
    }

    private static Change values(JsonNode from, JsonNode to) {
        List<JsonNode> before = from.valueStream().toList();
        List<JsonNode> after = to.valueStream().toList();
        boolean whole = before.size() <= MOST_VALUES && after.size() <= MOST_VALUES;
        return whole ? new Change(from, to) : new Change(gone(before, after), gone(after, before));
    }

    private static List<JsonNode> gone(List<JsonNode> values, List<JsonNode> others) {
        Set<JsonNode> rest = new LinkedHashSet<>(values);
        others.forEach(rest::remove);
        return rest.stream().limit(MOST_VALUES).toList();
    }

    private static Set<String> differing(@Nullable JsonNode from, @Nullable JsonNode to) {
        Set<String> fields = new LinkedHashSet<>();
        Stream.of(from, to).filter(EventChanges::isObject).forEach(object -> fields.addAll(object.propertyNames()));
        fields.removeIf(field -> Objects.equals(child(from, field), child(to, field)));
        return fields;
    }

    private static @Nullable JsonNode child(@Nullable JsonNode object, String field) {
        return object == null ? null : object.get(field);
    }

    private static boolean isObject(@Nullable JsonNode node) {
        return node != null && node.isObject();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }
}
