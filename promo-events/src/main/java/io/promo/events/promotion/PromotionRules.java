package io.promo.events.promotion;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion must be like to be published: asked by calendar-api, which publishes, and by whoever hears of it, so that
 * nobody keeps what could not have been published. Left to the publisher is only whether anything is still due.
 */
public final class PromotionRules {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_RATE = 10_000_000;
    private static final String PUBLISHED = "PUBLISHED";
    private static final Set<String> STATUSES = Set.of(PUBLISHED, "EXPIRED", "CANCELLED");

    private PromotionRules() {}

    /**
     * The window of what was heard of.
     *
     * @throws IllegalArgumentException saying all that is wrong. Of an event that has ended only what must be known of it is
     *     asked, so that an end is always heard, whatever an earlier release let pass
     */
    public static PromotionWindow heard(PromotionChanged changed) {
        Violations found = new Violations();
        found.check(STATUSES.contains(changed.status()), "status", "must be one of " + STATUSES);
        WindowRules.check(found, changed.startDatetime(), changed.endDatetime());
        ZoneId zone = WindowRules.zone(found, changed.timeZone());
        LocalTime time = WindowRules.time(found, changed.dispatchTime());
        if (PUBLISHED.equals(changed.status())) {
            published(found, changed);
        } else {
            PromotionPackage offer = changed.promotionPackage();
            found.check(
                    offer.content().containsKey(offer.defaultLocale()),
                    "promotionPackage.defaultLocale",
                    "must be one of the locales of promotionPackage.content");
        }
        if (zone == null || !found.found().isEmpty()) {
            throw new IllegalArgumentException("event " + changed.eventId() + " cannot be kept: " + told(found));
        }
        return new PromotionWindow(changed.startDatetime(), changed.endDatetime(), zone, time);
    }

    /**
     * Finds what a published promotion may not say. The publisher asks it of what it has stored, too: that may be older than
     * a rule, and whoever hears of it would refuse it. The window is checked apart.
     */
    public static void published(Violations found, PromotionChanged changed) {
        rate(found, changed.maxRate());
        AudienceRules.violations(changed.audience()).forEach(it -> found.add(it.field(), it.message()));
        sendable(found, changed.title(), changed.promotionPackage());
    }

    /** Finds what keeps messages from being made of the title and the package; a draft may still hold wrong placeholders. */
    public static void sendable(Violations found, String title, PromotionPackage offer) {
        title(found, title);
        PackageRules.check(found, offer);
        boolean plain = TemplateText.placeholders(title).isEmpty()
                && TemplateText.strayBraces(title).isEmpty();
        found.check(plain, "title", "may hold no placeholder, since it is what {{title}} stands for");
        PackageRules.checkPlaceholders(found, offer);
    }

    /** Finds what is wrong with a title. */
    public static void title(Violations found, String title) {
        found.line("title", title, LONGEST_TITLE);
    }

    /** Finds what is wrong with a rate. */
    public static void rate(Violations found, @Nullable Integer maxRate) {
        found.check(
                maxRate == null || (maxRate > 0 && maxRate <= MOST_RATE),
                "maxRate",
                "must be between 1 and " + MOST_RATE + " rows per second, or absent for no limit");
    }

    private static String told(Violations found) {
        return found.found().stream()
                .map(it -> it.field() + " " + it.message())
                .distinct()
                .limit(10)
                .collect(Collectors.joining("; "));
    }
}
