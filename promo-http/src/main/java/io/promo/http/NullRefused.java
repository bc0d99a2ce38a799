package io.promo.http;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses a null for a flag or a number: {@code "dryRun": null} would otherwise be taken for no. Whether one may be left out,
 * the mapper's own settings say.
 */
final class NullRefused extends DelegatingDeserializer {

    private NullRefused(ValueDeserializer<?> kind) {
        super(kind);
    }

    static SimpleModule module() {
        return new SimpleModule("null refused").setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
                Class<?> kind = type.getBeanClass();
                return kind.isPrimitive() || kind == Boolean.class ? new NullRefused(deserializer) : deserializer;
            }
        });
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> kind) {
        return new NullRefused(kind);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        throw InvalidNullException.from(context, PropertyName.NO_NAME, context.constructType(_delegatee.handledType()));
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return _delegatee.getAbsentValue(context);
    }
}
