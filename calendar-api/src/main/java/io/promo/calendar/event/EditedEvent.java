package io.promo.calendar.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.promo.events.promotion.DatesOfEdit;
import io.promo.events.promotion.DatesOfEdit.When;
import io.promo.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event with other content, and what that does to its dates.
 *
 * @param event its version and its author are those before the edit, as long as it is not made
 * @param dates null for a draft, of which nothing was sent and nothing will be
 */
record EditedEvent(@JsonUnwrapped Event event, @Nullable DatesOfEdit dates) {

    /** @throws Refusal 409 with the dates, when somebody should have looked at them first */
    void requireNothingToConfirm() {
        if (dates == null || !dates.needsConfirmation()) {
            return;
        }
        Refusal refusal = Refusal.byState("needs-confirmation", summary(dates));
        refusal.getBody().setProperty("dates", dates);
        throw refusal;
    }

    private static String summary(DatesOfEdit dates) {
        return "The edit would add " + counted(dates.added().size(), "date") + ", take "
                + dates.removed().size() + " and move " + dates.moved().size() + ": "
                + String.join("; ", reasons(dates))
                + ". Nothing was changed. Look at the dates, then repeat the edit with confirm=true if that is meant.";
    }

    /** Why it needs a confirmation, as {@link DatesOfEdit#needsConfirmation} says; not empty. */
    private static List<String> reasons(DatesOfEdit dates) {
        List<String> reasons = new ArrayList<>();
        int close = dates.twiceWithin24Hours().size();
        if (close > 0) {
            reasons.add("customers would get two messages within 24 hours, " + counted(close, "time"));
        }
        int atOnce = changed(dates, When.AT_ONCE);
        if (atOnce > 0) {
            reasons.add(counted(atOnce, "date") + " would be sent at once");
        }
        int never = changed(dates, When.NEVER);
        if (never > 0) {
            reasons.add(counted(never, "date") + " would never be sent");
        }
        return reasons.isEmpty() ? List.of("another zone or dispatch time changes when messages come") : reasons;
    }

    private static int changed(DatesOfEdit dates, When sent) {
        return (int) Stream.of(dates.added(), dates.moved())
                .flatMap(List::stream)
                .filter(date -> date.sent() == sent)
                .count();
    }

    private static String counted(int number, String name) {
        return number + " " + name + (number == 1 ? "" : "s");
    }
}
