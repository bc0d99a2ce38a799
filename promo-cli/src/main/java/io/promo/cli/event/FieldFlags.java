package io.promo.cli.event;

import io.promo.cli.command.AudienceOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which option writes which field of an event, for whom the calendar's names say nothing. */
final class FieldFlags {

    private static final Map<Pattern, String> FLAGS = new LinkedHashMap<>();

    static {
        flag("title", "--title");
        flag("description", "--description");
        flag("startDatetime", "--start");
        flag("endDatetime", "--end");
        flag("timeZone", "--zone");
        flag("dispatchTime", "--dispatch-time");
        flag("maxRate", "--max-rate");
        flag("promotionPackage|promotionPackage\\.content(\\.[^.]*)?", "--subject and --body");
        flag("promotionPackage\\.content\\..*\\.subject", "--subject");
        flag("promotionPackage\\.content\\..*\\.body", "--body");
        flag("promotionPackage\\.link", "--link");
        flag("promotionPackage\\.defaultLocale", "--locale");
    }

    private FieldFlags() {}

    /** The field with its option in front, where there is one. */
    static String named(String field) {
        return FLAGS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(field).matches())
                .map(entry -> entry.getValue() + " (" + field + ")")
                .findFirst()
                .orElseGet(() -> AudienceOptions.named(field));
    }

    private static void flag(String field, String flag) {
        FLAGS.put(Pattern.compile(field), flag);
    }
}
