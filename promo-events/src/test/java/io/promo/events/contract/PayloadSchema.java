package io.promo.events.contract;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/**
 * The Avro schema of a payload as it stands on the wire: fields in snake_case, whatever JSON writes as text a string,
 * nullable components a union with null that is null when absent.
 */
final class PayloadSchema {

    private static final Set<Class<?>> TEXTS = Set.of(String.class, UUID.class, Instant.class, LocalDate.class);
    private static final Map<Class<?>, Schema.Type> NUMBERS = Map.of(
            int.class, Schema.Type.INT,
            Integer.class, Schema.Type.INT,
            long.class, Schema.Type.LONG,
            Long.class, Schema.Type.LONG,
            boolean.class, Schema.Type.BOOLEAN,
            Boolean.class, Schema.Type.BOOLEAN);

    private final SnakeCaseStrategy names = new SnakeCaseStrategy();
    private final Map<Class<?>, Schema> records = new HashMap<>();

    private PayloadSchema() {}

    static Schema of(Class<?> payload) {
        return new PayloadSchema().record(payload);
    }

    private Schema record(Class<?> type) {
        Schema known = records.get(type);
        if (known != null) {
            return known;
        }
        List<Schema.Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(component));
        }
        Schema schema = Schema.createRecord(type.getSimpleName(), null, "io.promo.events", false, fields);
        records.put(type, schema);
        return schema;
    }

    private Schema.Field field(RecordComponent component) {
        String name = Objects.requireNonNull(names.nameForField(null, null, component.getName()));
        Schema schema = schema(component.getAnnotatedType());
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return new Schema.Field(name, schema);
        }
        return new Schema.Field(
                name, Schema.createUnion(Schema.create(Schema.Type.NULL), schema), null, JsonProperties.NULL_VALUE);
    }

    private Schema schema(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            Object raw = ((ParameterizedType) generic.getType()).getRawType();
            if (raw == List.class) {
                return Schema.createArray(schema(arguments[0]));
            }
            if (raw == Map.class && arguments[0].getType() == String.class) {
                return Schema.createMap(schema(arguments[1]));
            }
        } else if (annotated.getType() instanceof Class<?> type) {
            return schema(type);
        }
        throw new IllegalArgumentException("no contract for the type " + annotated.getType());
    }

    private Schema schema(Class<?> type) {
        if (TEXTS.contains(type)) {
            return Schema.create(Schema.Type.STRING);
        }
        Schema.Type number = NUMBERS.get(type);
        if (number != null) {
            return Schema.create(number);
        }
        if (type.isEnum()) {
            List<String> symbols =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return Schema.createEnum(type.getSimpleName(), null, "io.promo.events", symbols);
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("no contract for the type " + type.getName());
    }
}
