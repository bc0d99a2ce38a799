package io.promo.http;

import io.promo.http.Refusal.FieldProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Turns away requests that nobody behind it could read, each with a reason: most of these would be an internal error
 * wherever they are first looked at, and the server would log what they say. Bounds the bodies of the others.
 */
final class RequestCheck extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest typed;
        try {
            checkAccept(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            typed = checkContentType(request);
            checkQuery(request);
        } catch (Refusal refusal) {
            ProblemWriter.write(request, response, refusal);
            return;
        }
        chain.doFilter(new LimitedBody(typed), response);
    }

    private static void checkAccept(List<String> accepted) {
        try {
            MimeTypeUtils.sortBySpecificity(MediaType.parseMediaTypes(accepted));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw Refusal.badField(HttpHeaders.ACCEPT, "is no list of media types such as application/json");
        }
    }

    /**
     * Forms are refused for all: the server would take their fields for parameters of the address. An empty form is no
     * form, but what curl sends with {@code -d ''}: nothing.
     */
    private static HttpServletRequest checkContentType(HttpServletRequest request) {
        String declared = request.getContentType();
        if (!StringUtils.hasText(declared)) {
            return request;
        }
        MediaType type = parsed(declared);
        boolean form = MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type);
        if (form && !hasBody(request)) {
            return new Untyped(request);
        }
        if (type == null || !type.isConcrete() || type.getType().equals("multipart") || form) {
            String message = "is \"" + declared + "\", which is not taken; send application/json";
            throw Refusal.badFields(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    List.of(new FieldProblem(HttpHeaders.CONTENT_TYPE, message)));
        }
        return request;
    }

    private static @Nullable MediaType parsed(String type) {
        try {
            return MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void checkQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return;
        }
        try {
            byte[] decoded = UriUtils.decode(query, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded));
            request.getParameterMap();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw Refusal.badField("query", "is not percent-encoded UTF-8");
        } catch (IllegalStateException e) {
            throw Refusal.badField("query", "has a parameter without a name, or too many");
        }
    }
}
