package io.promo.events.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is frozen under {@code contracts/<type>/<version>}. A consumer's test replays the samples of each type it
 * hears, so that records of old producers, or of a topic read from its start, never come as a surprise.
 */
public final class FrozenContracts {

    private FrozenContracts() {}

    /**
     * Golden samples in order of their version, from 1: each a record's whole value as JSON, with every field set.
     *
     * @param type a name of an {@link io.promo.events.EventType}, or {@code DispatchRequest}
     * @throws IllegalArgumentException when nothing is frozen under the name
     */
    public static List<String> samples(String type) {
        return versions(type, ".sample.json");
    }

    /**
     * Avro schemas of the payload in order of their version, from 1.
     *
     * @param type as for {@link #samples}
     * @throws IllegalArgumentException when nothing is frozen under the name
     */
    public static List<String> schemas(String type) {
        return versions(type, ".avsc");
    }

    private static List<String> versions(String type, String ending) {
        List<String> found = new ArrayList<>();
        String next = read(type, 1, ending);
        while (next != null) {
            found.add(next);
            next = read(type, found.size() + 1, ending);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nothing is frozen as contracts/" + type + "/1" + ending);
        }
        return found;
    }

    private static @Nullable String read(String type, int version, String ending) {
        try (InputStream file =
                FrozenContracts.class.getResourceAsStream("/contracts/" + type + "/" + version + ending)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
