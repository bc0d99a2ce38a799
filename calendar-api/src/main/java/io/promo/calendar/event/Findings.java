package io.promo.calendar.event;

import io.promo.events.promotion.Violations;
import io.promo.http.Refusal;
import io.promo.http.Refusal.FieldProblem;
import org.springframework.http.HttpStatus;

/** What is wrong with a request. */
final class Findings extends Violations {

    /** @throws Refusal when anything was found, naming every field */
    void refuse(HttpStatus status, String slug) {
        if (!found().isEmpty()) {
            throw Refusal.badFields(
                    status,
                    slug,
                    found().stream()
                            .map(it -> new FieldProblem(it.field(), it.message()))
                            .toList());
        }
    }
}
