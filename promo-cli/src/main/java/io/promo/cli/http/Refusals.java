package io.promo.cli.http;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Request.Confirmation;
import io.promo.cli.output.Json;
import io.promo.cli.output.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Turns a service's problem details into a failure with exit code and remedy. */
final class Refusals {

    private Refusals() {}

    /** @param answer one that is not 2xx */
    static CommandFailure of(Request request, Answer answer) {
        Confirmation confirmation = request.confirmation;
        if (confirmation != null && Json.text(answer.body(), "type", "").endsWith(":needs-confirmation")) {
            return new CommandFailure(
                    ExitCode.REFUSED,
                    request.service.title() + " wants this confirmed; nothing was changed",
                    confirmation.told().apply(answer.body()),
                    confirmation.remedy(),
                    null);
        }
        return of(request.service, request.fieldNames, answer);
    }

    private static CommandFailure of(Service service, UnaryOperator<String> fieldNames, Answer answer) {
        int status = answer.status();
        JsonNode problem = answer.body();
        List<String> fields = problem.path("errors")
                .valueStream()
                .map(error -> Table.plain(fieldNames.apply(Json.text(error, "field", "?")) + ": "
                        + Json.text(error, "message", "is wrong")))
                .toList();
        String title = Json.text(problem, "title", untitled(status));
        String detail = fields.isEmpty() ? Json.text(problem, "detail", title) : title;
        return new CommandFailure(
                        ExitCode.ofStatus(status),
                        service.title() + ": " + Table.plain(detail),
                        fields,
                        remedy(status),
                        isAway(status) ? new UnreachableException(null) : null)
                .of(Json.text(problem, "type", ""));
    }

    private static String untitled(int status) {
        return switch (status) {
            case 401 -> "the login is not accepted";
            case 403 -> "your role does not allow this";
            case 404 -> "there is no such thing";
            default -> "HTTP status " + status;
        };
    }

    private static String remedy(int status) {
        return switch (status) {
            case 400, 422 -> "Correct what is named and ask again; nothing was changed.";
            case 401 -> "Log in again: promo login";
            case 403 ->
                "Use a login that may do this: promo login, or --as NAME; admins plan, operators run, customers read.";
            case 404 -> "Check the id: promo list, promo runs and promo inbox show those there are.";
            case 409 -> "Nothing was changed; promo show EVENT or promo runs RUN says how it stands.";
            case 412 -> "Somebody changed it meanwhile: look at it with promo show EVENT, then ask again.";
            case 428 -> "Ask again with the version you saw.";
            case 413 -> "Send less at once.";
            case 429 -> "Wait a moment, then ask again.";
            default -> "Try again; if it stays, the service's log says why.";
        };
    }

    /** Whether the service may well be back soon. */
    private static boolean isAway(int status) {
        return status == 502 || status == 503 || status == 504;
    }
}
