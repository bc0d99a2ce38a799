package io.promo.cli.event;

import io.promo.cli.command.AudienceOptions;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.output.Json;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** An event's fields as options. */
final class DraftOptions {

    private static final String NONE = "none";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,100}");

    @Option(names = "--title", paramLabel = "TEXT", description = "What staff calls it.")
    @Nullable
    String title;

    @Option(names = "--description", paramLabel = "TEXT", description = "What staff should know.")
    @Nullable
    String description;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "The window's first instant: 2026-05-01T09:00, or with an offset.")
    @Nullable
    String start;

    @Option(names = "--end", paramLabel = "TIME", description = "When the window is over; nothing falls due at it.")
    @Nullable
    String end;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of dates and local times (a new event: this machine's).")
    @Nullable
    String zone;

    @Option(
            names = "--dispatch-time",
            paramLabel = "HH:MM",
            description = "When each date is due (a new event, and none: the start's time).")
    @Nullable
    String dispatchTime;

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            description = "At most N messages a second and run (none: unlimited).")
    @Nullable
    String maxRate;

    @Option(names = "--link", paramLabel = "URL", description = "Where the message leads (none: nowhere).")
    @Nullable
    String link;

    @Mixin
    TextOptions texts = new TextOptions();

    @Mixin
    AudienceOptions audience = new AudienceOptions();

    @Option(names = "--everyone", description = "For everyone who has not unsubscribed.")
    boolean everyone;

    /** Whether any field is given, be it so already or not. */
    boolean isGiven() {
        return Stream.of(title, description, start, end, zone, dispatchTime, maxRate, link)
                        .anyMatch(Objects::nonNull)
                || texts.isGiven()
                || audience.isGiven()
                || everyone;
    }

    /** Puts what is given over what the draft says; times without an offset are local to the draft's zone. */
    void apply(ObjectNode draft) {
        put(draft, "title", title);
        put(draft, "description", description);
        put(draft, "timeZone", zone);
        put(draft, "dispatchTime", dispatchTime);
        putTimes(draft);
        if (maxRate != null) {
            putRate(draft, maxRate);
        }
        if (link != null || texts.isGiven()) {
            ObjectNode offer = draft.withObjectProperty("promotionPackage");
            if (!offer.has("kind")) {
                offer.put("kind", "MESSAGE");
            }
            put(offer, "link", link);
            texts.apply(offer);
        }
        if (everyone) {
            draft.remove("audience");
        }
        if (audience.isGiven()) {
            audience.apply(draft.withObjectProperty("audience"));
        }
    }

    private void putTimes(ObjectNode draft) {
        if (start == null && end == null) {
            return;
        }
        ZoneId local = Times.zone(Json.text(draft, "timeZone", "UTC"));
        if (start != null) {
            draft.put("startDatetime", Times.instant("--start", start, local).toString());
        }
        if (end != null) {
            draft.put("endDatetime", Times.instant("--end", end, local).toString());
        }
    }

    private static void putRate(ObjectNode draft, String rate) {
        if (rate.equals(NONE)) {
            draft.putNull("maxRate");
            return;
        }
        if (!WHOLE_NUMBER.matcher(rate).matches()) {
            throw CommandFailure.usage("--max-rate is no number: " + rate, "Write e.g. 50000, or none.");
        }
        // However large: the service says what is too much.
        draft.set("maxRate", Json.parse(new BigInteger(rate).toString()));
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (NONE.equals(value)) {
            node.putNull(field);
        } else if (value != null) {
            node.put(field, value);
        }
    }
}
