package io.promo.http;

import io.promo.http.Refusal.FieldProblem;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads a query into a record that is marked as {@link ParameterObject}, by {@link RequestValues} and the record's
 * constraints. Spring's binder parses the record's annotations anew with each request: 23 % of what a list of messages cost.
 */
final class QueryArgument implements HandlerMethodArgumentResolver {

    private final @Nullable Validator validator;
    private final Map<Class<?>, QueryRecord> records = new ConcurrentHashMap<>();

    /** @param validator null where the service has none, and records no constraints */
    QueryArgument(@Nullable Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class)
                && parameter.getParameterType().isRecord();
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        QueryRecord record = records.computeIfAbsent(parameter.getParameterType(), QueryRecord::of);
        List<FieldProblem> errors = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        record.components().forEach(it -> values.add(value(record, it, request, errors)));
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparing(FieldProblem::field));
            throw Refusal.badFields(HttpStatus.BAD_REQUEST, Refusal.BAD_REQUEST, errors);
        }
        return BeanUtils.instantiateClass(record.constructor(), values.toArray());
    }

    private @Nullable Object value(
            QueryRecord record, QueryRecord.Component component, NativeWebRequest request, List<FieldProblem> errors) {
        try {
            Object value = component.read(request.getParameterValues(component.name()));
            if (validator != null) {
                validator
                        .validateValue(record.type(), component.name(), value)
                        .forEach(it -> errors.add(new FieldProblem(component.name(), it.getMessage())));
            }
            return value;
        } catch (BadValue e) {
            errors.add(new FieldProblem(component.name(), String.valueOf(e.getMessage())));
            return null;
        }
    }
}
