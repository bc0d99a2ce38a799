package io.promo.http;

import io.promo.http.Refusal.FieldProblem;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
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
import org.springframework.security.web.firewall.RequestRejectedException;
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
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever goes wrong into a problem detail that names the field and the remedy. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final URI UNTYPED = URI.create("about:blank");

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
        Refusal refusal = Refusal.behind(e);
        if (refusal != null) {
            return refuse(refusal, request);
        }
        FieldProblem error = new FieldProblem("body", "is missing");
        if (e.getCause() instanceof JacksonException cause) {
            error = isOfAValue(cause) && !cause.getPath().isEmpty()
                    ? new FieldProblem(path(cause), reason(cause))
                    : new FieldProblem("body", unreadable(cause));
        }
        return handleExceptionInternal(e, badFields(List.of(error)), headers, status, request);
    }

    /** The sender hung up, or sent chunks that are none. */
    @ExceptionHandler(BadRequestException.class)
    @Nullable
    ResponseEntity<Object> handleBodyCutShort(BadRequestException e, WebRequest request) {
        return refuse(Refusal.badField("body", "cannot be read to its end"), request);
    }

    /** Spring Security's firewall looks at a parameter or a header when it is asked for, which may be as late as here. */
    @ExceptionHandler(RequestRejectedException.class)
    @Nullable
    ResponseEntity<Object> handleRejected(RequestRejectedException e, WebRequest request) {
        return refuse(
                Refusal.badField("request", "has a header or a parameter's name that contains a control character"),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(e instanceof MethodArgumentTypeMismatchException mismatch)) {
            return super.handleTypeMismatch(e, headers, status, request);
        }
        Class<?> type = mismatch.getParameter().nested().getNestedParameterType();
        FieldProblem error = new FieldProblem(mismatch.getName(), reason(e, type));
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
            return handleExceptionInternal(e, problem, new HttpHeaders(), HttpStatus.UNPROCESSABLE_CONTENT, request);
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
        Refusal refusal = Refusal.behind(e);
        if (refusal != null) {
            return refuse(refusal, request);
        }
        log.error("request failed", e);
        ProblemDetail problem = Refusal.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", Refusal.ON_OUR_SIDE);
        return handleExceptionInternal(e, problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && UNTYPED.equals(type(problem))) {
            HttpStatus known = HttpStatus.valueOf(status.value());
            problem.setType(Refusal.of(known, known.getReasonPhrase()).getBody().getType());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> refuse(Refusal refusal, WebRequest request) {
        return handleErrorResponseException(refusal, refusal.getHeaders(), refusal.getStatusCode(), request);
    }

    private static URI type(ProblemDetail problem) {
        return problem.getType() == null ? UNTYPED : problem.getType();
    }

    private static ProblemDetail badFields(List<FieldProblem> errors) {
        return Refusal.badFields(HttpStatus.BAD_REQUEST, Refusal.BAD_REQUEST, errors)
                .getBody();
    }

    /** What is wrong with a parameter of that type. */
    private static String reason(TypeMismatchException e, @Nullable Class<?> type) {
        if (e.getMostSpecificCause() instanceof BadValue bad) {
            return String.valueOf(bad.getMessage());
        }
        return type != null && type.isEnum()
                ? RequestValues.oneOf(type, Object::toString)
                : "has a value of the wrong kind";
    }

    private static String message(FieldError error) {
        if (error.contains(TypeMismatchException.class)) {
            TypeMismatchException mismatch = error.unwrap(TypeMismatchException.class);
            return reason(mismatch, mismatch.getRequiredType());
        }
        return String.valueOf(error.getDefaultMessage());
    }

    /** Whether it is about a value, not about what JSON is. */
    private static boolean isOfAValue(JacksonException e) {
        return e instanceof DatabindException || e instanceof InputCoercionException;
    }

    /** Jackson's own words name its classes and ours. */
    private static String unreadable(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "is nested too deeply, or a number or a name in it is too long";
        }
        if (isOfAValue(e)) {
            return "must be one JSON object, and nothing after it";
        }
        TokenStreamLocation location = e.getLocation();
        return "is no JSON that can be read"
                + (location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr());
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
        if (e instanceof InvalidNullException) {
            return "must not be null";
        }
        if (e.getCause() instanceof BadValue bad) {
            return String.valueOf(bad.getMessage());
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return RequestValues.oneOf(format.getTargetType(), Problems::inJson) + ", not \"" + format.getValue()
                    + "\"";
        }
        return e instanceof InputCoercionException ? "is a number out of range" : "has a value of the wrong kind";
    }

    /** A constant may have another name in JSON than in a parameter. */
    private static String inJson(Object constant) {
        return JsonMapper.shared().convertValue(constant, String.class);
    }
}
