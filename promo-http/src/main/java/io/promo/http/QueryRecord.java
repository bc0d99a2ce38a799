package io.promo.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.StringUtils;

/** A record whose components are parameters of a query, each of a type that {@link RequestValues} reads, or a list of such. */
record QueryRecord(Class<?> type, Constructor<?> constructor, List<Component> components) {

    /**
     * A parameter.
     *
     * @param isText whether it may be empty
     * @param many whether it may be given more than once, or with commas
     */
    record Component(String name, boolean isText, boolean many, Function<String, ?> reader) {

        private static Component of(RecordComponent component) {
            boolean many = component.getType() == List.class;
            Class<?> type = many
                    ? ResolvableType.forType(component.getGenericType())
                            .getGeneric()
                            .toClass()
                    : component.getType();
            return new Component(
                    component.getName(), component.getType() == String.class, many, RequestValues.reader(type));
        }

        /**
         * @param given null where it is left out; it is null then
         * @throws BadValue when one of them is not written as it must be
         */
        @Nullable
        Object read(String @Nullable [] given) {
            if (given == null) {
                return null;
            }
            if (!many) {
                return reader.apply(given[0]);
            }
            String[] each = given.length > 1 ? given : StringUtils.commaDelimitedListToStringArray(given[0]);
            return Arrays.stream(each).map(reader).toList();
        }
    }

    /** @throws IllegalStateException where it has a component that cannot be read */
    static QueryRecord of(Class<?> type) {
        List<Component> components =
                Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        return new QueryRecord(type, BeanUtils.getResolvableConstructor(type), components);
    }
}
