package io.promo.http;

import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.AbstractMessageConverterMethodArgumentResolver;

/**
 * What a handler method takes, read from its signature in the way that Spring will: whichever resolver is the first to
 * support an argument fills it.
 *
 * @param parameters what may stand in the query, by name
 * @param longestBody in bytes
 */
record Route(Map<String, Parameter> parameters, boolean takesBody, long longestBody) {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /**
     * A parameter of the query.
     *
     * @param text may be empty
     * @param many may be given more than once
     */
    record Parameter(boolean text, boolean many) {

        static Parameter of(Class<?> type) {
            boolean many = type.isArray() || Collection.class.isAssignableFrom(type);
            return new Parameter(type == String.class, many);
        }
    }

    /** @throws IllegalStateException where a query is bound by Spring, not by a marked record */
    static Route of(HandlerMethod method, List<HandlerMethodArgumentResolver> resolvers) {
        Map<String, Parameter> parameters = new HashMap<>();
        boolean takesBody = false;
        for (MethodParameter argument : method.getMethodParameters()) {
            argument.initParameterNameDiscovery(NAMES);
            HandlerMethodArgumentResolver resolver = resolvers.stream()
                    .filter(it -> it.supportsParameter(argument))
                    .findFirst()
                    .orElseThrow();
            if (resolver instanceof RequestParamMethodArgumentResolver) {
                parameters.put(name(argument), Parameter.of(type(argument)));
            } else if (resolver instanceof QueryArgument) {
                parameters.putAll(components(argument));
            } else if (resolver instanceof ModelAttributeMethodProcessor) {
                throw new IllegalStateException("make " + argument
                        + " a record and mark it @ParameterObject, so that its parameters can be known");
            }
            takesBody |= resolver instanceof AbstractMessageConverterMethodArgumentResolver || isStream(argument);
        }
        BodyLimit limit = method.getMethodAnnotation(BodyLimit.class);
        return new Route(parameters, takesBody, limit == null ? BodyLimit.USUAL : limit.value());
    }

    private static Class<?> type(MethodParameter argument) {
        return argument.nestedIfOptional().getNestedParameterType();
    }

    private static String name(MethodParameter argument) {
        RequestParam annotation = argument.getParameterAnnotation(RequestParam.class);
        return annotation != null && StringUtils.hasText(annotation.name())
                ? annotation.name()
                : String.valueOf(argument.getParameterName());
    }

    private static Map<String, Parameter> components(MethodParameter argument) {
        return QueryRecord.of(argument.getParameterType()).components().stream()
                .collect(Collectors.toMap(QueryRecord.Component::name, it -> new Parameter(it.isText(), it.many())));
    }

    private static boolean isStream(MethodParameter argument) {
        Class<?> type = argument.getParameterType();
        return InputStream.class.isAssignableFrom(type) || Reader.class.isAssignableFrom(type);
    }
}
