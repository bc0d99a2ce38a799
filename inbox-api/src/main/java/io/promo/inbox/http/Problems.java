package io.promo.inbox.http;

import io.promo.inbox.http.Refusal.FieldProblem;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong into a problem detail that names the field and the remedy. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
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
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(e instanceof MethodArgumentTypeMismatchException mismatch)) {
            return super.handleTypeMismatch(e, headers, status, request);
        }
        FieldProblem error = new FieldProblem(
                mismatch.getName(),
                "must be a " + mismatch.getParameter().getParameterType().getSimpleName());
        return handleExceptionInternal(e, badFields(List.of(error)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldProblem error = new FieldProblem(e.getParameterName(), "is missing");
        return handleExceptionInternal(e, badFields(List.of(error)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Refusal.problem(
                HttpStatus.BAD_REQUEST, "unreadable-body", "The body is missing or not the JSON that belongs here.");
        return handleExceptionInternal(e, problem, headers, status, request);
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
                HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", "The inbox cannot be reached; try again soon.");
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
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .reduce((a, b) -> a + "; " + b)
                .orElse("The request is not valid.");
        ProblemDetail problem = Refusal.problem(HttpStatus.BAD_REQUEST, "bad-request", detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    private static String message(FieldError error) {
        String message = error.getDefaultMessage();
        return error.isBindingFailure() || message == null ? "cannot be read: " + error.getRejectedValue() : message;
    }
}
