package io.promo.events.promotion;

import io.promo.events.text.CleanText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is for: customers who match every condition that is not empty; within a condition any value will do.
 * The unsubscribed are always left out. Each value is in the form in which customers carry it ({@link
 * CleanText#identifier}), and stands there once.
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
        segments = values(segments);
        countries = values(countries);
        locales = values(locales);
    }

    private static List<String> values(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream().map(CleanText::identifier).distinct().toList();
    }
}
