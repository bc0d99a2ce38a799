package io.promo.cli.command;

import io.promo.cli.output.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Whom something is for: values of one condition mean any of them, conditions together mean all of them. */
public final class AudienceOptions {

    private static final Map<String, String> FLAGS = Map.of(
            "audience.segments", "--segment",
            "audience.countries", "--country",
            "audience.locales", "--audience-locale");

    @Option(
            names = "--segment",
            split = ",",
            paramLabel = "NAME",
            description = "Only customers in any of these segments.")
    @Nullable
    List<String> segments;

    @Option(
            names = "--country",
            split = ",",
            paramLabel = "CODE",
            description = "Only customers in any of these countries, e.g. DE,AT.")
    @Nullable
    List<String> countries;

    @Option(
            names = "--audience-locale",
            split = ",",
            paramLabel = "TAG",
            description = "Only customers with any of these locales, e.g. de,en.")
    @Nullable
    List<String> locales;

    /** Puts the conditions that are given in the place of the rule's own. */
    public void apply(ObjectNode audience) {
        put(audience, "segments", segments);
        put(audience, "countries", countries);
        put(audience, "locales", locales);
    }

    /** Whether any condition is given. */
    public boolean isGiven() {
        return segments != null || countries != null || locales != null;
    }

    /** A field of a rule as a service names it, with its option in front; any other field as it is. */
    public static String named(String field) {
        String flag = FLAGS.get(field.replaceAll("\\[.*", ""));
        return flag == null ? field : flag + " (" + field + ")";
    }

    private static void put(ObjectNode audience, String field, @Nullable List<String> values) {
        if (values != null) {
            audience.set(field, Json.array(values));
        }
    }
}
