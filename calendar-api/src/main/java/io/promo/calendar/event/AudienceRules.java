package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import java.util.List;
import java.util.regex.Pattern;

/** What an audience must be like, so that its values can match those that customers carry. */
final class AudienceRules {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_SEGMENT = 64;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private AudienceRules() {}

    static void check(Findings findings, Audience audience) {
        audience.segments().forEach(it -> segment(findings, it));
        audience.countries()
                .forEach(it -> findings.check(
                        COUNTRY.matcher(it).matches(),
                        "audience.countries",
                        "\"" + it + "\" is no two-letter country code such as DE"));
        audience.locales().forEach(it -> locale(findings, it));
        most(findings, "audience.segments", audience.segments());
        most(findings, "audience.countries", audience.countries());
        most(findings, "audience.locales", audience.locales());
    }

    private static void segment(Findings findings, String segment) {
        findings.line("audience.segments", segment, LONGEST_SEGMENT);
        findings.check(
                segment.strip().equals(segment),
                "audience.segments",
                "\"" + segment + "\" begins or ends with a blank, as no customer's segment does");
    }

    private static void locale(Findings findings, String tag) {
        String problem = LanguageTags.problem(tag);
        if (problem != null) {
            findings.add("audience.locales", problem);
        }
    }

    private static void most(Findings findings, String field, List<String> values) {
        findings.check(values.size() <= MOST_VALUES, field, "may name at most " + MOST_VALUES + " values");
    }
}
