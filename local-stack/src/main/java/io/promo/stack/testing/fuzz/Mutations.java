package io.promo.stack.testing.fuzz;

import io.promo.stack.testing.fuzz.FuzzRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Makes a right request wrong, or odd, in one place. */
final class Mutations {

    /** A place within a body. */
    private record Leaf(JsonNode parent, String name, int index) {}

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** Values of parameters and fields far more often than the rest. */
    void change(FuzzRequest request) {
        List<Consumer<FuzzRequest>> possible = new ArrayList<>(List.of(
                this::header, this::method, this::token, this::accept, this::unknownParameter, this::path, this::body));
        if (!request.query.isEmpty()) {
            add(possible, 2, this::repeatOrDropParameter);
            add(possible, 4 * request.query.size(), this::parameter);
        }
        if (!request.pathValues.isEmpty()) {
            add(possible, 3, this::pathValue);
        }
        if (request.json != null) {
            add(possible, 2, this::field);
            add(possible, 10 + leaves(request.json).size(), this::value);
            add(possible, 3, this::contentType);
        }
        any(possible).accept(request);
    }

    private static void add(List<Consumer<FuzzRequest>> possible, int times, Consumer<FuzzRequest> mutation) {
        for (int i = 0; i < Math.min(times, 24); i++) {
            possible.add(mutation);
        }
    }

    private void parameter(FuzzRequest request) {
        int index = random.nextInt(request.query.size());
        String name = request.query.get(index).name();
        String odd = oddInAddress();
        request.query.set(index, new Pair(name, odd));
        request.changed("query " + name, odd);
    }

    private void repeatOrDropParameter(FuzzRequest request) {
        Pair parameter = any(request.query);
        if (random.nextBoolean()) {
            request.query.add(new Pair(parameter.name(), oddInAddress()));
            request.changed("query twice", parameter.name());
        } else {
            request.query.remove(parameter);
            request.changed("query without", parameter.name());
        }
    }

    private void unknownParameter(FuzzRequest request) {
        String name =
                any(List.of("dryrun", "dry_run", "x", "", "%00", "%ff", "limit", "cursor", "page[]", "a.b", "class.x"));
        request.query.add(new Pair(name, oddInAddress()));
        request.changed("query unknown", name);
    }

    private void pathValue(FuzzRequest request) {
        Map.Entry<String, String> value = any(List.copyOf(request.pathValues.entrySet()));
        String odd = oddInAddress();
        request.pathValues.put(value.getKey(), odd);
        request.changed("path " + value.getKey(), odd);
    }

    private void path(FuzzRequest request) {
        request.pathSuffix =
                any(List.of("/", "//", "/x", ";a=b", "/..", "/.", "%2f", "%00", "%ff", ".json", "#x", "/%2e%2e/"));
        request.changed("path", request.pathSuffix);
    }

    private void header(FuzzRequest request) {
        Pair header = any(OddValues.HEADERS);
        request.headers.removeIf(it -> it.name().equals(header.name()) && random.nextInt(4) > 0);
        request.headers.add(header);
        request.changed("header " + header.name(), header.value());
    }

    private void method(FuzzRequest request) {
        request.method = any(OddValues.METHODS);
        request.changed("method", request.method);
    }

    private void token(FuzzRequest request) {
        request.token = random.nextInt(3) == 0 ? null : any(OddValues.TOKENS);
        request.changed("token", String.valueOf(request.token));
    }

    private void accept(FuzzRequest request) {
        replace(request, "Accept", any(OddValues.ACCEPTS));
    }

    private void contentType(FuzzRequest request) {
        replace(request, "Content-Type", any(OddValues.CONTENT_TYPES));
    }

    private static void replace(FuzzRequest request, String name, String value) {
        request.headers.removeIf(header -> header.name().equals(name));
        request.headers.add(new Pair(name, value));
        request.changed("header " + name, value);
    }

    /** Also where none belongs. */
    private void body(FuzzRequest request) {
        request.json = null;
        request.text = any(OddValues.BODIES);
        if (request.headers.stream().noneMatch(it -> it.name().equals("Content-Type")) && random.nextBoolean()) {
            request.headers.add(new Pair("Content-Type", "application/json"));
        }
        request.changed("body", request.text);
    }

    private void value(FuzzRequest request) {
        List<Leaf> leaves = request.json == null ? List.of() : leaves(request.json);
        if (leaves.isEmpty()) {
            body(request);
            return;
        }
        Leaf leaf = any(leaves);
        String odd = random.nextBoolean() ? any(OddValues.JSON) : quoted(any(OddValues.TEXTS));
        set(leaf, odd);
        request.changed("field " + leaf.name(), odd);
    }

    /** Leaves one out, adds one, says one twice. */
    private void field(FuzzRequest request) {
        if (!(request.json instanceof ObjectNode object) || object.isEmpty()) {
            body(request);
            return;
        }
        String name = any(List.copyOf(object.propertyNames()));
        switch (random.nextInt(3)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(any(List.of("dryrun", "", "\0", "x".repeat(1_000), "status")), "x");
            default -> object.putRawValue(name, new RawValue(object.get(name) + "," + quoted(name) + ":null"));
        }
        request.changed("fields", name);
    }

    private static void set(Leaf leaf, String odd) {
        JsonNode raw = NODES.rawValueNode(new RawValue(odd));
        if (leaf.parent() instanceof ObjectNode object) {
            object.set(leaf.name(), raw);
        } else if (leaf.parent() instanceof ArrayNode array) {
            array.set(leaf.index(), raw);
        }
    }

    private static List<Leaf> leaves(JsonNode node) {
        List<Leaf> leaves = new ArrayList<>();
        node.forEachEntry((name, value) -> {
            leaves.add(new Leaf(node, name, 0));
            leaves.addAll(leaves(value));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            leaves.add(new Leaf(node, "[]", i));
            leaves.addAll(leaves(node.path(i)));
        }
        return leaves;
    }

    private String oddInAddress() {
        return random.nextInt(5) == 0 ? any(OddValues.ENCODED) : encoded(any(OddValues.TEXTS));
    }

    /** Half of a surrogate pair becomes the three bytes it would have if it had any. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(it -> {
            if (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE) {
                percent(encoded, (byte) (0xE0 | it >> 12), (byte) (0x80 | it >> 6 & 0x3F), (byte) (0x80 | it & 0x3F));
            } else if (it < 128 && Character.isLetterOrDigit(it) || it == '-' || it == '.' || it == '_') {
                encoded.appendCodePoint(it);
            } else {
                percent(encoded, Character.toString(it).getBytes(StandardCharsets.UTF_8));
            }
        });
        return encoded.toString();
    }

    private static void percent(StringBuilder encoded, byte... bytes) {
        for (byte each : bytes) {
            encoded.append('%').append(HEX.toHexDigits(each));
        }
    }

    /** As a JSON text, in ASCII alone. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(it -> {
            if (it < ' ' || it > '~' || it == '"' || it == '\\') {
                quoted.append(String.format("\\u%04x", it));
            } else {
                quoted.append((char) it);
            }
        });
        return quoted.append('"').toString();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
