package io.promo.http;

import io.promo.http.Refusal.FieldProblem;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever goes wrong into a problem detail that names the field and the remedy. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final URI UNTYPED = URI.create("about:blank");
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            UUID.class,
            "a UUID",
            Instant.class,
            "an instant such as 2026-05-01T09:00:00Z",
            LocalDate.class,
            "a date such as 2026-05-01");

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), message(error)))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
        return handleExceptionInternal(e, badFields(errors), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = e.getParameterValidationResults().stream()
                .map(result -> new FieldProblem(
                        String.valueOf(result.getMethodParameter().getParameterName()),
                        String.valueOf(result.getResolvableErrors().get(0).getDefaultMessage())))
                .toList();
        return handleExceptionInternal(e, badFields(errors), headers, status, request);
    }

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
                mismatch.getName(),
                "must be " + wanted(mismatch.getParameter().nested().getNestedParameterType(), Object::toString));
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
        ProblemDetail problem = isFull(e)
                ? Refusal.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "overloaded",
                        "Too many requests are under way; nothing was done. Try again soon.")
                : Refusal.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-unavailable",
                        "The database cannot be reached. Look whether the change was made, or try again soon.");
        return handleExceptionInternal(e, problem, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    /** No connection in time though none failed: others hold them all. */
    private static boolean isFull(Exception e) {
        return e.getCause() instanceof SQLTransientConnectionException full && full.getCause() == null;
    }

    /** PostgreSQL's word for it, as Spring has a class for some of these only. */
    @ExceptionHandler({
        QueryTimeoutException.class,
        PessimisticLockingFailureException.class,
        UncategorizedSQLException.class
    })
    @Nullable
    ResponseEntity<Object> handleOutOfTime(DataAccessException e, WebRequest request) {
        String state = e.getMostSpecificCause() instanceof SQLException sql ? sql.getSQLState() : null;
        if (QUERY_CANCELED.equals(state)) {
            ProblemDetail problem = Refusal.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "too-expensive",
                    "This takes longer than the " + RequestPool.STATEMENT.toSeconds()
                            + " s that a request may; ask for less of it, by fewer or narrower conditions.");
            return handleExceptionInternal(
                    e, problem, new HttpHeaders(), HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        if (LOCK_NOT_AVAILABLE.equals(state) || e instanceof PessimisticLockingFailureException) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "5");
            ProblemDetail problem = Refusal.problem(
                    HttpStatus.CONFLICT,
                    "busy",
                    "Somebody else is changing the same, as an import of customers does; nothing was done. Try again soon.");
            return handleExceptionInternal(e, problem, headers, HttpStatus.CONFLICT, request);
        }
        return handleUnforeseen(e, request);
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
        return Refusal.badFields(HttpStatus.BAD_REQUEST, Refusal.BAD_REQUEST, errors)
                .getBody();
    }

    private static String wanted(Class<?> type, Function<Object, String> name) {
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return EXAMPLES.getOrDefault(type, "a whole number");
    }

    private static String message(FieldError error) {
        String message = error.getDefaultMessage();
        return error.isBindingFailure() || message == null ? "cannot be read: " + error.getRejectedValue() : message;
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
        if (e instanceof InvalidFormatException format
                && (format.getTargetType().isEnum() || EXAMPLES.containsKey(format.getTargetType()))) {
            return "must be " + wanted(format.getTargetType(), Problems::inJson) + ", not \"" + format.getValue()
                    + "\"";
        }
        return "has a value of the wrong kind";
    }

    /** A constant may have another name in JSON than in a parameter. */
    private static String inJson(Object constant) {
        return JsonMapper.shared().convertValue(constant, String.class);
    }
}
