package io.promo.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a value of a body by {@link RequestValues}, and from a JSON string only. Jackson's own readers take a number for an
 * instant, base64 for a UUID, and an instant for a date, without its time and zone.
 */
final class StrictJson<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> reader;
    private final String wanted;

    private StrictJson(Class<T> type, String wanted, Function<String, T> reader) {
        super(type);
        this.wanted = wanted;
        this.reader = reader;
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict JSON");
        module.addDeserializer(String.class, new StrictJson<>(String.class, "a text", RequestValues::text));
        module.addDeserializer(UUID.class, new StrictJson<>(UUID.class, RequestValues.UUID_SHAPE, RequestValues::uuid));
        module.addDeserializer(
                Instant.class, new StrictJson<>(Instant.class, RequestValues.INSTANT, RequestValues::instant));
        module.addDeserializer(
                LocalDate.class, new StrictJson<>(LocalDate.class, RequestValues.DATE, RequestValues::date));
        module.addKeyDeserializer(String.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return read(RequestValues::text, key, context.getParser());
            }
        });
        return module;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(parser, new BadValue("must be " + wanted));
        }
        return read(reader, parser.getString(), parser);
    }

    private static <T> T read(Function<String, T> reader, String text, JsonParser parser) {
        try {
            return reader.apply(text);
        } catch (BadValue e) {
            throw wrong(parser, e);
        }
    }

    private static DatabindException wrong(JsonParser parser, BadValue e) {
        return DatabindException.from(parser, e.getMessage(), e);
    }
}
