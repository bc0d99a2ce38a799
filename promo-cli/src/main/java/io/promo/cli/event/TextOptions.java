package io.promo.cli.event;

import io.promo.cli.output.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Texts per locale: a locale and an equals sign in front of a text say whose it is. */
final class TextOptions {

    private static final Pattern LOCALE =
            Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,8})=(.*)", Pattern.DOTALL);

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "The default locale, for customers whose own has no text (a new event: en).")
    @Nullable
    String locale;

    @Option(
            names = "--subject",
            paramLabel = "[TAG=]TEXT",
            description = "Subject, of the default locale or of TAG: --subject Sale --subject de=Ausverkauf.")
    List<String> subjects = List.of();

    @Option(
            names = "--body",
            paramLabel = "[TAG=]TEXT",
            description =
                    "Body, likewise. Placeholders: {{name}} {{email}} {{country}} {{title}} {{date}} {{startDate}} {{endDate}}.")
    List<String> bodies = List.of();

    boolean isGiven() {
        return locale != null || !subjects.isEmpty() || !bodies.isEmpty();
    }

    void apply(ObjectNode offer) {
        if (locale != null) {
            offer.put("defaultLocale", locale);
        } else if (!offer.has("defaultLocale")) {
            offer.put("defaultLocale", "en");
        }
        String fallback = Json.text(offer, "defaultLocale", "en");
        ObjectNode content = offer.withObjectProperty("content");
        subjects.forEach(text -> put(content, fallback, "subject", text));
        bodies.forEach(text -> put(content, fallback, "body", text));
    }

    private static void put(ObjectNode content, String fallback, String field, String text) {
        Matcher tagged = LOCALE.matcher(text);
        if (tagged.matches()) {
            content.withObjectProperty(tagged.group(1)).put(field, tagged.group(2));
        } else {
            content.withObjectProperty(fallback).put(field, text);
        }
    }
}
