package io.promo.calendar.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells requests for the page from those for the API. The page draws most paths itself, unknown ones too, so what counts is
 * that a browser asks for HTML where the server has nothing of its own. Security and routing both ask here: what one lets
 * in without a token, the other answers with the page.
 */
final class PageRequests {

    /** First parts of paths that are the server's own. */
    static final Set<String> SERVER = Set.of("events", "outbox", "actuator", "assets", "v3", "error");

    private PageRequests() {}

    static boolean matches(HttpServletRequest request) {
        String method = request.getMethod();
        List<String> path = parts(request);
        return request.getDispatcherType() == DispatcherType.REQUEST
                && (method.equals("GET") || method.equals("HEAD"))
                && (isRoot(path) ? takesHtml(request) : asksForHtml(request) && isPage(path));
    }

    /** Decoded, as the server will route it: an address can be written in many ways. */
    private static List<String> parts(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(part -> ((PathSegment) part).valueToMatch())
                .toList();
    }

    private static boolean isRoot(List<String> path) {
        return path.isEmpty() || path.equals(List.of("index.html"));
    }

    /** A file's name has a dot in it, a page's path has none. */
    private static boolean isPage(List<String> path) {
        return !SERVER.contains(path.get(0)) && path.get(path.size() - 1).indexOf('.') < 0;
    }

    private static boolean asksForHtml(HttpServletRequest request) {
        return accept(request).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean takesHtml(HttpServletRequest request) {
        return asksForHtml(request) || accept(request).contains(MediaType.ALL_VALUE);
    }

    private static String accept(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), MediaType.ALL_VALUE);
    }
}
