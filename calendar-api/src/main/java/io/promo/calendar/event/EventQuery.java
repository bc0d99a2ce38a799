package io.promo.calendar.event;

import io.promo.http.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which events are asked for.
 *
 * @param status any of these; null or empty: all
 * @param from events whose window ends after this
 * @param to events whose window starts at or before this
 * @param q in the title or the description, whatever the case
 */
record EventQuery(
        @Nullable List<EventStatus> status,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q) {

    private static final int LONGEST_TEXT = 200;

    /** @throws Refusal 400 naming every parameter that is wrong */
    EventQuery {
        Findings findings = new Findings();
        checkTime(findings, from, to);
        findings.text("q", Objects.requireNonNullElse(q, ""), LONGEST_TEXT);
        findings.refuse(HttpStatus.BAD_REQUEST, "bad-request");
    }

    /** @throws Refusal 400 naming every parameter that is wrong */
    static void checkTime(Instant from, Instant to) {
        Findings findings = new Findings();
        checkTime(findings, from, to);
        findings.refuse(HttpStatus.BAD_REQUEST, "bad-request");
    }

    private static void checkTime(Findings findings, @Nullable Instant from, @Nullable Instant to) {
        findings.check(from == null || to == null || !to.isBefore(from), "to", "must not be before from");
    }

    String @Nullable [] statuses() {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(EventStatus::name).toArray(String[]::new);
    }

    /** For ILIKE, with its wildcards in the text taken literally. */
    @Nullable
    String pattern() {
        return q == null || q.isBlank()
                ? null
                : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
