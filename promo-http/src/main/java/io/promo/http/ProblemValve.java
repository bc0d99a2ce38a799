package io.promo.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Tells of errors that never come to a controller, in place of the server's HTML: what is no HTTP, or stopped by a firewall. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        boolean told = response.getContentWritten() > 0 || !response.setErrorReported();
        if (status == null || !status.isError() || told) {
            return;
        }
        try {
            ProblemWriter.write(request, response, Refusal.of(status, detail(status)));
            response.finishResponse();
        } catch (IOException e) {
            log.debug("nobody reads the problem any more", e);
        }
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                "The request cannot be read: its address, its method or a header is malformed or too long.";
            case INTERNAL_SERVER_ERROR -> Refusal.ON_OUR_SIDE;
            default -> status.getReasonPhrase() + ".";
        };
    }
}
