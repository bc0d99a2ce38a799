package io.promo.events;

import io.promo.events.dispatch.DispatchRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to JSON and back: the envelope's fields in camelCase, the payload's in snake_case. Unknown fields are ignored, so
 * that a newer producer can add some; a missing field that is not nullable, an unknown event type, and anything else
 * that cannot be right is an {@link UndecodableEvent}.
 */
public final class EventCodec {

    /** Longest record accepted when read, in characters. */
    public static final int LONGEST = 512 * 1024;

    /**
     * Longest record written, in bytes. Less than what is accepted, since PostgreSQL's jsonb comes back with blanks between
     * its elements, and less than the mebibyte at which Kafka refuses a record.
     */
    public static final int LONGEST_WRITTEN = 384 * 1024;

    /** Longest payload that can surely be written, in bytes: what the longest names and ids of an envelope leave of it. */
    public static final int LONGEST_PAYLOAD = LONGEST_WRITTEN - 1024;

    private static final Map<String, EventType<?>> TYPES =
            EventType.ALL.stream().collect(Collectors.toMap(EventType::name, Function.identity()));

    private final JsonMapper envelopes = JsonMapper.builder().build();
    private final JsonMapper payloads = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private record Wire(
            @Nullable UUID eventId,
            @Nullable String eventType,
            @Nullable Instant occurredAt,
            @Nullable String producer,
            int schemaVersion,
            @Nullable String traceId,
            @Nullable JsonNode payload) {}

    /**
     * The envelope as one line of JSON.
     *
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST_WRITTEN}
     */
    public String encode(Envelope<?> event) {
        String json = envelopes.writeValueAsString(new Wire(
                event.eventId(),
                event.eventType(),
                event.occurredAt(),
                event.producer(),
                event.schemaVersion(),
                event.traceId(),
                payloads.valueToTree(event.payload())));
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_WRITTEN) {
            throw new IllegalArgumentException(
                    "a " + event.eventType() + " of " + bytes + " bytes; at most " + LONGEST_WRITTEN + " can be sent");
        }
        return json;
    }

    /** How long a payload is when written, in bytes; up to {@link #LONGEST_PAYLOAD} it can be sent. */
    public int size(Object payload) {
        return payloads.writeValueAsBytes(payload).length;
    }

    /**
     * An envelope of any known type; {@link Envelope#payload()} is of the type's record.
     *
     * @throws UndecodableEvent when it is none
     */
    public Envelope<?> decode(String json) {
        Wire wire = read(envelopes, json, Wire.class);
        EventType<?> type = TYPES.get(wire.eventType == null ? "" : wire.eventType);
        if (type == null) {
            throw new UndecodableEvent("unknown eventType: " + wire.eventType);
        }
        return decode(wire, type);
    }

    /**
     * An envelope of the given type.
     *
     * @throws UndecodableEvent when it is none
     */
    public <T> Envelope<T> decode(String json, EventType<T> type) {
        Wire wire = read(envelopes, json, Wire.class);
        if (!type.name().equals(wire.eventType)) {
            throw new UndecodableEvent("eventType is " + wire.eventType + " where " + type.name() + " is expected");
        }
        return decode(wire, type);
    }

    /** A request to a worker as one line of JSON. */
    public String encode(DispatchRequest request) {
        return payloads.writeValueAsString(request);
    }

    /**
     * A request to a worker.
     *
     * @throws UndecodableEvent when it is none
     */
    public DispatchRequest decodeRequest(String json) {
        return complete(read(payloads, json, DispatchRequest.class), "");
    }

    private <T> Envelope<T> decode(Wire wire, EventType<T> type) {
        if (wire.eventId == null || wire.occurredAt == null || wire.producer == null || isAbsent(wire.payload)) {
            throw new UndecodableEvent("the envelope lacks one of eventId, occurredAt, producer, payload");
        }
        if (wire.schemaVersion < 1) {
            throw new UndecodableEvent("schemaVersion is " + wire.schemaVersion);
        }
        try {
            T payload = complete(payloads.treeToValue(wire.payload, type.payloadType()), "payload.");
            return new Envelope<>(
                    wire.eventId,
                    type.name(),
                    wire.occurredAt,
                    wire.producer,
                    wire.schemaVersion,
                    wire.traceId,
                    payload);
        } catch (JacksonException e) {
            throw new UndecodableEvent("the payload is no " + type.name() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private static <T> T read(JsonMapper mapper, @Nullable String json, Class<T> type) {
        if (json == null || json.isEmpty()) {
            throw new UndecodableEvent("the record is empty");
        }
        if (json.length() > LONGEST) {
            throw new UndecodableEvent(
                    "the record is oversized: " + json.length() + " characters, at most " + LONGEST + " are accepted");
        }
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new UndecodableEvent("the record is null");
            }
            return value;
        } catch (JacksonException e) {
            throw new UndecodableEvent("the record is malformed: " + e.getOriginalMessage(), e);
        }
    }

    /** The record itself when nothing in it is null but what is marked so, at any depth. */
    private static <T> T complete(T payload, String path) {
        for (RecordComponent component : payload.getClass().getRecordComponents()) {
            String name = path + wireName(component.getName());
            Object value = value(payload, component);
            if (value != null) {
                completeWithin(value, name);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new UndecodableEvent("missing field: " + name);
            }
        }
        return payload;
    }

    private static void completeWithin(@Nullable Object value, String name) {
        if (value == null) {
            throw new UndecodableEvent("missing field: " + name);
        } else if (value instanceof Record nested) {
            complete(nested, name + ".");
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> completeWithin(element, name + "." + key));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> completeWithin(element, name + "[]"));
        }
    }

    private static String wireName(String component) {
        return component.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(Object payload, RecordComponent component) {
        try {
            return component.getAccessor().invoke(payload);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
