package io.promo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.events.contract.FrozenContracts;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

    /** What may be missing: marked nullable, or lists that are empty when absent. */
    private static final Set<String> OPTIONAL = Set.of(
            "/traceId",
            "/payload/dispatch_time",
            "/payload/max_rate",
            "/payload/promotion_package/link",
            "/payload/audience/segments",
            "/payload/audience/countries",
            "/payload/audience/locales",
            "/payload/promotion_package/content/de",
            "/payload/promotion_package/content/en");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventCodec codec = new EventCodec();

    @Test
    void shouldWriteTheEnvelopeInCamelCaseAndThePayloadInSnakeCase() {
        var event = new Envelope<>(
                UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                "PreferenceChanged",
                Instant.parse("2026-05-01T10:00:00.5Z"),
                "inbox-api",
                1,
                null,
                new PreferenceChanged(
                        UUID.fromString("00000000-0000-4000-8000-000000000001"),
                        3,
                        true,
                        Instant.parse("2026-05-01T10:00:00Z")));

        assertThat(codec.encode(event)).isEqualTo("""
                {"eventId":"018f0000-0000-7000-8000-000000000001","eventType":"PreferenceChanged",\
                "occurredAt":"2026-05-01T10:00:00.500Z","producer":"inbox-api","schemaVersion":1,"traceId":null,\
                "payload":{"user_id":"00000000-0000-4000-8000-000000000001","version":3,"unsubscribed":true,\
                "changed_at":"2026-05-01T10:00:00Z","imported_by":null}}""");
    }

    @Property(tries = 200)
    void shouldReadBackWhatItWrote(
            @ForAll String text,
            @ForAll boolean flag,
            @ForAll long count,
            @ForAll int rate,
            @ForAll List<String> list) {
        var content = Map.of("en", new Content(text, text + "{{name}}"));
        var changed = new PromotionChanged(
                UUID.randomUUID(),
                count,
                "PUBLISHED",
                text,
                Instant.ofEpochMilli(rate),
                Instant.ofEpochSecond(rate, 123_456_789),
                "Europe/Vienna",
                flag ? "09:00" : null,
                flag ? null : rate,
                new PromotionPackage("MESSAGE", flag ? null : text, "en", content),
                new Audience(list, List.of(), list));
        var event = new Envelope<>(
                UUID.randomUUID(), "PromotionChanged", Instant.now(), "calendar-api", 1, flag ? text : null, changed);

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
        assertThat(codec.decode(codec.encode(event), EventType.PROMOTION_CHANGED))
                .isEqualTo(event);
    }

    static Stream<String> samples() {
        return EventType.ALL.stream().flatMap(type -> FrozenContracts.samples(type.name()).stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldRefuseAnEventThatLacksAnythingRequired(String sample) {
        List<String> fields = fields(JSON.readTree(sample), "");
        assertThat(fields).hasSizeGreaterThan(7);
        for (String field : fields) {
            for (boolean absent : new boolean[] {true, false}) {
                String mutilated = without(sample, field, absent);
                if (isOptional(sample, field) && (absent || !field.contains("/content/"))) {
                    assertThat(codec.decode(mutilated)).as(field).isNotNull();
                } else {
                    assertThatThrownBy(() -> codec.decode(mutilated))
                            .as("%s %s", field, absent ? "absent" : "null")
                            .isInstanceOf(UndecodableEvent.class);
                }
            }
        }
    }

    /** Who imported an unsubscription must be said where that is the news, and may be missing from a preference. */
    private static boolean isOptional(String sample, String field) {
        return OPTIONAL.contains(field)
                || field.equals("/payload/imported_by") && sample.contains("\"PreferenceChanged\"");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldIgnoreFieldsItDoesNotKnow(String sample) {
        JsonNode tree = JSON.readTree(sample);
        // In a map the name would be a key.
        JsonNode map = tree.at("/payload/promotion_package/content");
        objects(tree).stream()
                .filter(object -> object != map)
                .forEach(object -> object.putObject("from_the_future").put("x", 1));

        assertThat(codec.decode(tree.toString())).isEqualTo(codec.decode(sample));
    }

    @Test
    void shouldNameWhatIsMissingAsItIsCalledOnTheWire() {
        String sample = FrozenContracts.samples("PromotionChanged").get(0);
        assertThatThrownBy(() -> codec.decode(without(sample, "/payload/promotion_package/default_locale", true)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("missing field: payload.promotion_package.default_locale");
        assertThatThrownBy(() -> codec.decode(without(sample, "/payload/promotion_package/content/de/subject", true)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("missing field: payload.promotion_package.content.de.subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{}",
                "{\"eventType\":\"Gossip\"}",
                "{\"eventType\":null}",
                "{\"eventType\":\"RunEnded\"} trailing"
            })
    void shouldRefuseWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> codec.decode(json)).isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> codec.decode(json, EventType.RUN_ENDED)).isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> codec.decodeRequest(json)).isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void shouldRefuseATombstone() {
        assertThatThrownBy(() -> codec.decode(null)).isInstanceOf(UndecodableEvent.class);
    }

    @Property(tries = 300)
    void shouldFailInOneWayOnly(@ForAll String anything) {
        assertThatThrownBy(() -> codec.decode(anything)).isInstanceOf(UndecodableEvent.class);
    }

    @Property(tries = 300)
    void shouldFailInOneWayOnlyWhereverARecordIsCutOff(@ForAll int position) {
        String sample = FrozenContracts.samples("PromotionChanged").get(0).strip();
        String start = sample.substring(0, Math.floorMod(position, sample.length()));
        assertThatThrownBy(() -> codec.decode(start)).isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void shouldRefuseAnotherTypeThanExpected() {
        String sample = FrozenContracts.samples("RunEnded").get(0);
        assertThatThrownBy(() -> codec.decode(sample, EventType.PROMOTION_CHANGED))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("RunEnded")
                .hasMessageContaining("PromotionChanged");
    }

    @Test
    void shouldRefuseTheOversizedWhenReadingAndWhenWriting() {
        String oversized = "{\"producer\":\"" + "x".repeat(EventCodec.LONGEST) + "\"}";
        assertThatThrownBy(() -> codec.decode(oversized))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("oversized");

        // Three bytes a character.
        var event = ended("€".repeat(EventCodec.LONGEST_WRITTEN / 3));
        assertThatThrownBy(() -> codec.encode(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most " + EventCodec.LONGEST_WRITTEN);
    }

    @Test
    void shouldWriteTheLongestPayloadInTheLongestEnvelope() {
        int rest = EventCodec.LONGEST_PAYLOAD - codec.size(ended("").payload());
        // Room for an instant that is written shorter than another.
        var event = ended("x".repeat(rest - 10));
        String longest = "x".repeat(250);
        assertThat(codec.encode(new Envelope<>(
                        event.eventId(),
                        "PreferenceChanged",
                        event.occurredAt(),
                        longest,
                        99,
                        longest,
                        event.payload())))
                .hasSizeGreaterThan(EventCodec.LONGEST_PAYLOAD);
        assertThat(codec.size(event.payload())).isLessThanOrEqualTo(EventCodec.LONGEST_PAYLOAD);
    }

    @Test
    void shouldQuoteOnlyABitOfABadRecord() {
        String unknown = "{\"eventType\":\"" + "x".repeat(10_000) + "\"}";
        assertThatThrownBy(() -> codec.decode(unknown))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(600));
        assertThatThrownBy(() -> codec.decode("{\"eventId\":\"" + "x".repeat(10_000) + "\"}"))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(600));
    }

    private static Envelope<RunEnded> ended(String state) {
        var payload = new RunEnded(
                UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2026, 5, 1), 0, state, 1, 1, 1, Instant.now());
        return new Envelope<>(UUID.randomUUID(), "RunEnded", Instant.now(), "batch-dispatch", 1, null, payload);
    }

    private static List<String> fields(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        node.properties().forEach(field -> {
            found.add(path + "/" + field.getKey());
            found.addAll(fields(field.getValue(), path + "/" + field.getKey()));
        });
        return found;
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        if (!(node instanceof ArrayNode)) {
            node.values().forEach(child -> found.addAll(objects(child)));
        }
        return found;
    }

    private static String without(String json, String field, boolean absent) {
        JsonNode tree = JSON.readTree(json);
        int last = field.lastIndexOf('/');
        var parent = (ObjectNode) tree.at(field.substring(0, last));
        String name = field.substring(last + 1);
        assertThat(parent.has(name)).isTrue();
        if (absent) {
            parent.remove(name);
        } else {
            parent.putNull(name);
        }
        return tree.toString();
    }
}
