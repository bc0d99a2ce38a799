package io.promo.http;

import io.promo.http.Refusal.FieldProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Holds a request to what its handler method takes: no parameter that it does not know, none twice, none empty, no body
 * where none is read and none that is too long. A misspelt {@code dryRun} would otherwise send. What is answered by
 * other means than a method, such as a page or a file, takes what it likes.
 */
final class RouteRules implements HandlerInterceptor {

    private final Supplier<List<HandlerMethodArgumentResolver>> resolvers;
    private final Map<Method, Route> routes = new ConcurrentHashMap<>();

    RouteRules(Supplier<List<HandlerMethodArgumentResolver>> resolvers) {
        this.resolvers = resolvers;
    }

    /** @throws IllegalStateException where it cannot be known what one of them takes */
    void know(Collection<HandlerMethod> methods) {
        methods.forEach(this::route);
    }

    private Route route(HandlerMethod method) {
        return routes.computeIfAbsent(method.getMethod(), any -> Route.of(method, resolvers.get()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            Route route = route(method);
            checkParameters(request, route);
            checkBody(request, route);
        }
        return true;
    }

    private static void checkParameters(HttpServletRequest request, Route route) {
        List<FieldProblem> errors = new ArrayList<>();
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            String message = message(route.parameters().get(name), values);
            if (message != null) {
                errors.add(new FieldProblem(name, message));
            }
        });
        if (!errors.isEmpty()) {
            throw Refusal.badFields(HttpStatus.BAD_REQUEST, Refusal.BAD_REQUEST, errors);
        }
    }

    private static @Nullable String message(Route.@Nullable Parameter parameter, String[] values) {
        if (parameter == null) {
            return "is unknown; check its spelling";
        }
        if (values.length > 1 && !parameter.many()) {
            return "is given more than once";
        }
        boolean empty = !parameter.text() && !Arrays.stream(values).allMatch(StringUtils::hasText);
        return empty ? "is empty; leave it out or give it a value" : null;
    }

    private static void checkBody(HttpServletRequest request, Route route) throws IOException {
        if (request.getContentLengthLong() > route.longestBody()) {
            throw Refusal.tooLong(route.longestBody());
        }
        LimitedBody limited = WebUtils.getNativeRequest(request, LimitedBody.class);
        if (limited != null) {
            limited.limit(route.longestBody());
        }
        if (!route.takesBody() && hasBody(request)) {
            throw Refusal.badField("body", "is not taken here; leave it out");
        }
    }

    private static boolean hasBody(HttpServletRequest request) throws IOException {
        boolean unknownLength = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return request.getContentLengthLong() > 0
                || (unknownLength && request.getInputStream().read() >= 0);
    }
}
