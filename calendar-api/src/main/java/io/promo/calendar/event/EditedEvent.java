package io.promo.calendar.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.promo.events.promotion.DatesOfEdit;
import io.promo.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An event with other content, and what that does to its dates.
 *
 * @param event its version and its author are those before the edit, as long as it is not made
 * @param dates null for a draft, of which nothing was sent and nothing will be
 */
record EditedEvent(@JsonUnwrapped Event event, @Nullable DatesOfEdit dates) {

    /** @throws Refusal 409 with the dates, when somebody should have looked at them first */
    void confirmed() {
        if (dates == null || !dates.needsConfirmation()) {
            return;
        }
        Refusal refusal = Refusal.byState("needs-confirmation", summary(dates));
        refusal.getBody().setProperty("dates", dates);
        throw refusal;
    }

    private static String summary(DatesOfEdit dates) {
        int close = dates.twiceWithin24Hours().size();
        return "The edit would add " + counted(dates.added().size(), "date") + ", take "
                + dates.removed().size() + " and move " + dates.moved().size() + "; "
                + (close == 0
                        ? "nobody would get two messages within 24 hours"
                        : "customers would get two messages within 24 hours, " + counted(close, "time"))
                + ". Nothing was changed. Look at the dates, then repeat the edit with confirm=true if that is meant.";
    }

    private static String counted(int number, String name) {
        return number + " " + name + (number == 1 ? "" : "s");
    }
}
