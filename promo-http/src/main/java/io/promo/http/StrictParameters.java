package io.promo.http;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads parameters, path variables and headers by {@link RequestValues}. Spring's own ways take {@code 0x10} and digits of
 * any script for a number, {@code on} for true, and read a date as the caller's {@code Accept-Language} has it. Editors,
 * because where a converter refuses a value Spring tries its default editor.
 */
@ControllerAdvice
final class StrictParameters {

    @InitBinder
    void readStrictly(WebDataBinder binder) {
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
