package io.promo.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Tells a page from elsewhere by a problem that it is not allowed; Spring would tell it in plain text. */
final class AllowedOrigins extends DefaultCorsProcessor {

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration allowed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean valid = super.processRequest(allowed, request, response);
        if (!valid) {
            String detail = "Pages of this origin may not call, or not with this method or these headers.";
            ProblemWriter.write(request, response, new Refusal(HttpStatus.FORBIDDEN, "foreign-origin", detail));
        }
        return valid;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
    }
}
