package io.promo.bench.client;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The promotion of demo and bench: for everyone, running now, so that today's date is due at once.
 *
 * @param zone where the promotion's dates are meant
 * @param start a minute ago
 * @param end in three days
 */
public record SpringSale(ZoneId zone, Instant start, Instant end) {

    /** This close to midnight a date could pass while the demo runs, so the demo's zone moves half a day. */
    private static final Duration NEAR_MIDNIGHT = Duration.ofMinutes(45);

    /** One whose window began a minute before the given instant. */
    public static SpringSale runningAt(Instant now) {
        LocalTime utc = LocalTime.ofInstant(now, ZoneOffset.UTC);
        boolean nearMidnight =
                utc.isBefore(LocalTime.MIDNIGHT.plus(NEAR_MIDNIGHT)) || utc.isAfter(LocalTime.MAX.minus(NEAR_MIDNIGHT));
        Instant start = now.minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        return new SpringSale(
                ZoneId.of(nearMidnight ? "Etc/GMT-12" : "Etc/UTC"), start, start.plus(Duration.ofDays(3)));
    }

    /** The body of {@code POST /events}. */
    public Map<String, Object> body() {
        return Map.of(
                "title", "Spring sale",
                "description", "Made on the local stack",
                "promotionPackage",
                        Map.of(
                                "kind", "MESSAGE",
                                "link", "https://shop.example/spring",
                                "defaultLocale", "en",
                                "content",
                                        Map.of(
                                                "en",
                                                        Map.of(
                                                                "subject", "{{name}}, spring is here",
                                                                "body",
                                                                        "Hello {{name}}, everything for the garden is 20 % off until {{endDate}}."),
                                                "de",
                                                        Map.of(
                                                                "subject", "{{name}}, der Frühling ist da",
                                                                "body",
                                                                        "Hallo {{name}}, bis {{endDate}} kostet alles für den Garten 20 % weniger."))),
                "audience", Map.of("segments", List.of(), "countries", List.of(), "locales", List.of()),
                "startDatetime", start.toString(),
                "endDatetime", end.toString(),
                "timeZone", zone.getId());
    }
}
