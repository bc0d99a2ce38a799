package io.promo.calendar.event;

import io.promo.calendar.http.Refusal;
import io.promo.calendar.http.Refusal.FieldProblem;
import io.promo.events.promotion.Audience;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What an event must be like to be kept, and what more to be published. All that is wrong is told at once. */
final class EventRules {

    /** Longest window; a longer campaign is a series of events. */
    static final Duration LONGEST_WINDOW = Duration.ofDays(366);

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int MOST_VALUES = 100;
    private static final int MOST_RATE = 10_000_000;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private EventRules() {}

    /**
     * The draft's content.
     *
     * @throws Refusal 400 naming every field that is wrong
     */
    static EventContent content(EventDraft draft) {
        List<FieldProblem> errors = new ArrayList<>();
        String title = draft.title() == null ? "" : draft.title().strip();
        check(errors, !title.isEmpty(), "title", "is missing");
        check(errors, title.length() <= LONGEST_TITLE, "title", "may have at most " + LONGEST_TITLE + " characters");
        String description = draft.description() == null ? "" : draft.description();
        check(
                errors,
                description.length() <= LONGEST_DESCRIPTION,
                "description",
                "may have at most " + LONGEST_DESCRIPTION + " characters");
        check(
                errors,
                draft.maxRate() == null || draft.maxRate() > 0 && draft.maxRate() <= MOST_RATE,
                "maxRate",
                "must be between 1 and " + MOST_RATE + " rows per second, or absent for no limit");
        Audience audience = draft.audience() == null ? Audience.EVERYONE : draft.audience();
        audience(errors, audience);
        PackageRules.check(errors, draft.promotionPackage());
        Instant start = micros(draft.startDatetime());
        Instant end = micros(draft.endDatetime());
        window(errors, start, end);
        ZoneId zone = zone(errors, draft.timeZone());
        LocalTime time = time(errors, draft.dispatchTime());
        if (!errors.isEmpty() || start == null || end == null || zone == null || draft.promotionPackage() == null) {
            throw Refusal.badFields(HttpStatus.BAD_REQUEST, "invalid-event", errors);
        }
        return new EventContent(
                title, description, draft.promotionPackage(), audience, start, end, zone, time, draft.maxRate());
    }

    /**
     * Lets pass what may be published now.
     *
     * @param now by the database's clock
     * @throws Refusal 422 naming every field that stands in the way
     */
    static void publishable(EventContent content, Instant now) {
        List<FieldProblem> errors = new ArrayList<>();
        if (!content.endDatetime().isAfter(now)) {
            errors.add(new FieldProblem("endDatetime", "has passed; move the window into the future"));
        } else if (content.window().dueDates().isEmpty()) {
            errors.add(new FieldProblem(
                    "dispatchTime",
                    "lies outside the window on every date, so nothing would be sent; move it or the window"));
        }
        PackageRules.checkPlaceholders(errors, content.promotionPackage());
        if (!errors.isEmpty()) {
            throw Refusal.badFields(HttpStatus.UNPROCESSABLE_CONTENT, "not-publishable", errors);
        }
    }

    static void check(List<FieldProblem> errors, boolean right, String field, String message) {
        if (!right) {
            errors.add(new FieldProblem(field, message));
        }
    }

    private static void audience(List<FieldProblem> errors, Audience audience) {
        values(errors, "audience.segments", audience.segments());
        values(errors, "audience.countries", audience.countries());
        values(errors, "audience.locales", audience.locales());
        audience.countries().stream()
                .filter(it -> !COUNTRY.matcher(it).matches())
                .forEach(it -> errors.add(new FieldProblem(
                        "audience.countries", "\"" + it + "\" is no two-letter country code such as DE")));
        audience.locales().stream()
                .filter(it -> !PackageRules.isLocale(it))
                .forEach(it -> errors.add(
                        new FieldProblem("audience.locales", "\"" + it + "\" is no language tag such as de or de-AT")));
    }

    private static void values(List<FieldProblem> errors, String field, List<String> values) {
        check(errors, values.size() <= MOST_VALUES, field, "may name at most " + MOST_VALUES + " values");
        check(errors, values.stream().noneMatch(String::isBlank), field, "contains an empty value");
    }

    private static void window(List<FieldProblem> errors, @Nullable Instant start, @Nullable Instant end) {
        check(errors, start != null, "startDatetime", "is missing");
        check(errors, end != null, "endDatetime", "is missing");
        if (start != null && end != null) {
            check(errors, end.isAfter(start), "endDatetime", "must be after startDatetime");
            check(
                    errors,
                    Duration.between(start, end).compareTo(LONGEST_WINDOW) <= 0,
                    "endDatetime",
                    "is more than " + LONGEST_WINDOW.toDays() + " days after startDatetime; plan a series of events");
        }
    }

    private static @Nullable ZoneId zone(List<FieldProblem> errors, @Nullable String zone) {
        if (zone == null || zone.isBlank()) {
            errors.add(new FieldProblem("timeZone", "is missing; give an IANA zone such as Europe/Berlin"));
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            errors.add(new FieldProblem(
                    "timeZone", "\"" + zone + "\" is unknown; give an IANA zone such as Europe/Berlin"));
            return null;
        }
    }

    private static @Nullable LocalTime time(List<FieldProblem> errors, @Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            return LocalTime.parse(time).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            errors.add(new FieldProblem("dispatchTime", "\"" + time + "\" is no local time such as 09:00"));
            return null;
        }
    }

    /** The database keeps microseconds; what is answered must be what is kept. */
    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
