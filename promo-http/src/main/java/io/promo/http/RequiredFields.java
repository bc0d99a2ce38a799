package io.promo.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document that what is not marked nullable in a record is always there and never null, and that the
 * rest may be null, so that clients generated from it know.
 */
final class RequiredFields implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String NULL = "null";

    private final Map<String, JavaType> named = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // as the interface is
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java.isRecordType()) {
            String reference = schema.get$ref();
            if (reference == null) {
                mark(java.getRawClass(), schema);
            } else {
                String name = reference.substring(REFERENCE.length());
                claim(name, java);
                mark(java.getRawClass(), context.getDefinedModels().get(name));
            }
        }
        return schema;
    }

    /** Of two types with one name the document would describe one and mean both. */
    private void claim(String name, JavaType type) {
        JavaType first = named.putIfAbsent(name, type);
        if (first != null && !first.equals(type)) {
            throw new IllegalStateException(first + " and " + type + " are both named " + name + "; rename one");
        }
    }

    private static void mark(Class<?> type, @Nullable Schema<?> described) {
        if (described == null || described.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                mark(component.getType(), described);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                require(described, name);
            } else {
                described.getProperties().computeIfPresent(name, (key, property) -> orNull(property));
            }
        }
    }

    private static void require(Schema<?> described, String name) {
        if (described.getRequired() == null || !described.getRequired().contains(name)) {
            described.addRequiredItem(name);
        }
    }

    /** Idempotent: a record is described once for each place it is met in. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the model is
    private static Schema orNull(Schema property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))));
        }
        if (property.getTypes() != null && property.getTypes().add(NULL) && property.getEnum() != null) {
            property.getEnum().add(null);
        }
        return property;
    }
}
