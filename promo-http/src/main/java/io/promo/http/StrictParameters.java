package io.promo.http;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;

/**
 * Reads parameters, path variables and headers by {@link RequestValues}. Spring's own ways take {@code 0x10} and digits of
 * any script for a number, {@code on} for true, and read a date as the caller's {@code Accept-Language} has it. Editors,
 * because where a converter refuses a value Spring tries its default editor.
 */
final class StrictParameters implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry binder) {
        RequestValues.readers().forEach((type, reader) -> binder.registerCustomEditor(type, editor(reader)));
    }

    private static PropertyEditorSupport editor(Function<String, ?> reader) {
        return new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(reader.apply(text));
            }
        };
    }
}
