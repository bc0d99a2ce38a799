package io.promo.calendar.http;

import io.promo.calendar.http.Refusal.FieldProblem;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever goes wrong into a problem detail that names the field and the remedy. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final URI UNTYPED = URI.create("about:blank");

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldProblem error = new FieldProblem("body", "is missing");
        if (e.getCause() instanceof JacksonException cause) {
            boolean misplaced =
                    cause instanceof DatabindException && !cause.getPath().isEmpty();
            error = misplaced
                    ? new FieldProblem(path(cause), reason(cause))
                    : new FieldProblem("body", "is no JSON that can be read: " + cause.getOriginalMessage());
        }
        return handleExceptionInternal(e, badFields(List.of(error)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(e instanceof MethodArgumentTypeMismatchException mismatch)) {
            return super.handleTypeMismatch(e, headers, status, request);
        }
        FieldProblem error = new FieldProblem(
                mismatch.getName(), "must be " + wanted(mismatch.getParameter().nested()));
        return handleExceptionInternal(e, badFields(List.of(error)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldProblem error = new FieldProblem(e.getParameterName(), "is missing");
        return handleExceptionInternal(e, badFields(List.of(error)), headers, status, request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    @Nullable
    ResponseEntity<Object> handleDatabaseAway(Exception e, WebRequest request) {
        log.warn("database not available: {}", e.getMessage());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        ProblemDetail problem = Refusal.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "The calendar cannot be reached; try again soon.");
        return handleExceptionInternal(e, problem, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> handleUnforeseen(Exception e, WebRequest request) {
        log.error("request failed", e);
        ProblemDetail problem = Refusal.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The request failed on our side; the log says why.");
        return handleExceptionInternal(e, problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && UNTYPED.equals(type(problem))) {
            String slug = HttpStatus.valueOf(status.value())
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
            problem.setType(URI.create("urn:promo:problem:" + slug));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static URI type(ProblemDetail problem) {
        return problem.getType() == null ? UNTYPED : problem.getType();
    }

    private static ProblemDetail badFields(List<FieldProblem> errors) {
        return Refusal.badFields(HttpStatus.BAD_REQUEST, "bad-request", errors).getBody();
    }

    private static String wanted(MethodParameter parameter) {
        Class<?> type = parameter.getNestedParameterType();
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "an instant such as 2026-05-01T09:00:00Z";
        }
        return type == UUID.class ? "a UUID" : "a whole number";
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(part -> part.getPropertyName() == null ? "[" + part.getIndex() + "]" : part.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is unknown; check its spelling";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType() == Instant.class) {
            return "\"" + format.getValue() + "\" is no instant such as 2026-05-01T09:00:00Z";
        }
        return "has a value of the wrong kind";
    }
}
