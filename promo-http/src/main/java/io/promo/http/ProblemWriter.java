package io.promo.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no controller is at hand: in filters, and in the server itself. Never looks at what is accepted. */
final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private ProblemWriter() {}

    static void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(refusal.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemDetail problem = refusal.getBody();
        problem.setInstance(instance(request.getRequestURI()));
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    /**
     * Where it happened. Servers take addresses that are no URIs, such as one with a bracket in it.
     *
     * @param path as it was sent; null: it could not be read
     */
    static @Nullable URI instance(@Nullable String path) {
        if (path == null) {
            return null;
        }
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create(UriUtils.encodePath(path, StandardCharsets.UTF_8));
        }
    }
}
