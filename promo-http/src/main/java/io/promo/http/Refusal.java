package io.promo.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is refused, told to the caller as an RFC 9457 problem. */
public final class Refusal extends ErrorResponseException {

    /** The slug of what is wrong with a request in itself. */
    static final String BAD_REQUEST = "bad-request";

    /** What is told of a failure nobody foresaw. */
    static final String ON_OUR_SIDE = "The request failed on our side; the log says why.";

    private static final String TYPE_PREFIX = "urn:promo:problem:";

    /** What is wrong with one field of the request. */
    public record FieldProblem(String field, String message) {}

    /**
     * Refuses the request as a whole.
     *
     * @param slug the last part of the problem's type, stable for programs
     * @param detail what went wrong and what to do about it, for people
     */
    public Refusal(HttpStatus status, String slug, String detail) {
        this(problem(status, slug, detail));
    }

    /** 404: there is no such thing. */
    public static Refusal notFound(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", what + " does not exist");
    }

    /** 409: the state of the thing does not allow it. */
    public static Refusal byState(String slug, String detail) {
        return new Refusal(HttpStatus.CONFLICT, slug, detail);
    }

    /** 409: the thing is not here, or not yet; the same request may pass in a second. */
    public static Refusal notThereYet(String detail) {
        Refusal refusal = byState("not-there-yet", detail);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return refusal;
    }

    /** 503: something this depends on does not answer; nothing was done. */
    public static Refusal unavailable(String slug, String detail) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, slug, detail);
    }

    /** 413: the body is longer than its route takes. */
    static Refusal tooLong(long most) {
        String detail = "The body has more than " + most + " bytes, the most that is taken here.";
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", detail);
    }

    /** Any error, with the status's own name as slug. */
    static Refusal of(HttpStatus status, String detail) {
        return new Refusal(status, status.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
    }

    /** The refusal that this failure comes of; null: it comes of none. */
    static @Nullable Refusal behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private Refusal(ProblemDetail problem) {
        super(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /** 400 for one bad field of the request; the detail repeats the message. */
    public static Refusal badField(String field, String message) {
        return badField(BAD_REQUEST, field, message);
    }

    /** The same, with a slug of its own. */
    public static Refusal badField(String slug, String field, String message) {
        return badFields(HttpStatus.BAD_REQUEST, slug, List.of(new FieldProblem(field, message)));
    }

    /** Refuses the request for what is wrong with its fields; the detail repeats the messages. */
    public static Refusal badFields(HttpStatus status, String slug, List<FieldProblem> errors) {
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
        ProblemDetail problem = problem(status, slug, detail);
        problem.setProperty("errors", errors);
        return new Refusal(problem);
    }

    /** What happened, without the names of Spring's classes around it. */
    @Override
    public String getMessage() {
        return String.valueOf(getBody().getDetail());
    }

    static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_PREFIX + slug));
        return problem;
    }
}
