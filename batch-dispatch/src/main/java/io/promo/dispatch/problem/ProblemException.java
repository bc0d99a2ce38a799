package io.promo.dispatch.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be fulfilled; becomes a problem detail of type {@code urn:promo:problem:<slug>}. */
public final class ProblemException extends ErrorResponseException {

    /** A bad value in a request: which field, and what to do about it. */
    public record FieldError(String field, String message) {}

    private ProblemException(HttpStatus status, String slug, String title, String detail, List<FieldError> errors) {
        super(status, body(status, slug, title, detail, errors), null);
    }

    /** 409: the state of the thing does not allow it. */
    public static ProblemException refused(String slug, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, slug, "Refused by state", detail, List.of());
    }

    /** 503: something this depends on does not answer; nothing was done. */
    public static ProblemException unavailable(String slug, String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, slug, "Not available", detail, List.of());
    }

    /** 404: there is no such thing. */
    public static ProblemException notFound(String what) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "Not found", what + " does not exist", List.of());
    }

    /** 400: the named field is bad. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 400: the named fields are bad; the list is not empty. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.get(0).field() + ": " + errors.get(0).message();
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", detail, errors);
    }

    @Override
    public String getMessage() {
        return String.valueOf(getBody().getDetail());
    }

    private static ProblemDetail body(
            HttpStatus status, String slug, String title, String detail, List<FieldError> errors) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:promo:problem:" + slug));
        body.setTitle(title);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return body;
    }
}
