package io.promo.dispatch.audience;

import java.util.List;

/**
 * Values that a rule may name, for suggestions: each list the most common first, {@value #MOST} at most. Estimated from a
 * sample of the customers, so a rare value may be missing; a rule may name it all the same.
 */
record AudienceValues(List<String> segments, List<String> countries, List<String> locales) {

    static final int MOST = 100;
}
