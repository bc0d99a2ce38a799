package io.promo.cli.event;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.output.Json;
import io.promo.cli.settings.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event in a file, as {@code promo show -o json} prints it or with the writable fields only. */
final class DraftFile {

    /** What the calendar itself says of an event. */
    private static final List<String> READ_ONLY =
            List.of("eventId", "status", "version", "createdBy", "createdAt", "updatedBy", "updatedAt", "dates");

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Take the event from a JSON file (-: standard input); other options go over it.")
    @Nullable
    String file;

    /** The file's object; null when none is given. */
    @Nullable
    JsonNode read(Surroundings surroundings) {
        if (file == null) {
            return null;
        }
        try {
            byte[] bytes = file.equals("-") ? surroundings.in().readAllBytes() : Files.readAllBytes(Path.of(file));
            JsonNode content = Json.parse(new String(bytes, StandardCharsets.UTF_8));
            if (content.isObject()) {
                return content;
            }
            throw unusable("is no JSON object", null);
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        } catch (JacksonException e) {
            throw unusable("is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The fields that may be written. */
    static ObjectNode writable(JsonNode event) {
        ObjectNode draft = Json.object();
        event.forEachEntry(draft::set);
        draft.remove(READ_ONLY);
        return draft;
    }

    private CommandFailure unusable(String why, @Nullable Throwable cause) {
        return new CommandFailure(
                ExitCode.USAGE,
                "--file " + file + " " + why,
                List.of(),
                "Write an event as promo show EVENT -o json prints it.",
                cause);
    }
}
