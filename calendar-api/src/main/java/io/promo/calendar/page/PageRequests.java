package io.promo.calendar.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

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
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getDispatcherType() == DispatcherType.REQUEST
                && (method.equals("GET") || method.equals("HEAD"))
                && (isRoot(path) ? takesHtml(request) : asksForHtml(request) && isPage(path));
    }

    private static boolean isRoot(String path) {
        return path.equals("/") || path.equals("/index.html");
    }

    /** A file's name has a dot in it, a page's path has none. */
    private static boolean isPage(String path) {
        return !SERVER.contains(path.split("/", 3)[1]) && path.indexOf('.', path.lastIndexOf('/')) < 0;
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
