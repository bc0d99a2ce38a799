package io.promo.events.promotion;

import java.util.List;

/**
 * Whom an event is for: customers who match every condition that is not empty; within a condition any value will do.
 * The unsubscribed are always left out.
 *
 * @param segments any of these segments; empty: no condition
 * @param countries any of these ISO 3166 alpha-2 codes; empty: no condition
 * @param locales any of these BCP 47 tags, each a range as in RFC 4647, basic filtering: {@code de} is for {@code de},
 *     {@code de-DE} and {@code de-CH-1996}; empty: no condition
 */
public record Audience(List<String> segments, List<String> countries, List<String> locales) {

    /** Everyone who has not unsubscribed. */
    public static final Audience EVERYONE = new Audience(List.of(), List.of(), List.of());

    public Audience {
        // Absent in JSON means no condition.
        segments = segments == null ? List.of() : List.copyOf(segments);
        countries = countries == null ? List.of() : List.copyOf(countries);
        locales = locales == null ? List.of() : List.copyOf(locales);
    }
}
