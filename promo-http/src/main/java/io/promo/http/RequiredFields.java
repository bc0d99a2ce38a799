package io.promo.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in the OpenAPI document that what is not marked nullable in a record is always there. */
final class RequiredFields implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

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
            Map<String, Schema> models = context.getDefinedModels();
            mark(java.getRawClass(), reference == null ? schema : models.get(reference.substring(REFERENCE.length())));
        }
        return schema;
    }

    private static void mark(Class<?> type, @Nullable Schema<?> described) {
        if (described != null) {
            Arrays.stream(type.getRecordComponents())
                    .filter(component -> isRequired(component, described))
                    .forEach(component -> described.addRequiredItem(component.getName()));
        }
    }

    private static boolean isRequired(RecordComponent component, Schema<?> described) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean known =
                described.getRequired() != null && described.getRequired().contains(component.getName());
        return !nullable && !known;
    }
}
