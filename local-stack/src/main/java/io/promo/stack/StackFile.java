package io.promo.stack;

import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stack's memory, {@code stack.json}: its ports, its URLs, and each process that was started. */
final class StackFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    StackFile(Path home) {
        this.file = home.resolve("stack.json");
    }

    /** A process as it was started. */
    record Entry(String name, ProcessRole role, int port, String url, OsProcess process) {}

    /** The file's content. */
    record Content(Ports ports, List<Entry> processes, Urls urls, List<Status.Database> databases) {

        static Content none(Ports ports) {
            return new Content(ports, List.of(), Urls.of(ports), Status.Database.all(ports));
        }

        /** The entry of that name. */
        Optional<Entry> entry(String name) {
            return processes.stream().filter(it -> it.name().equals(name)).findFirst();
        }

        /** Whether any of its processes still runs. */
        boolean anyAlive() {
            return processes.stream().anyMatch(it -> it.process().alive());
        }
    }

    /** What was written last; null when there is nothing. */
    synchronized @Nullable Content read() {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return JSON.readValue(Files.readString(file), Content.class);
        } catch (IOException | JacksonException e) {
            throw new StackException(
                    "Cannot read " + file + " (" + e.getMessage() + "); run promo down, then delete it", e);
        }
    }

    /** Replaces everything. */
    synchronized void write(Content content) {
        try {
            Files.createDirectories(file.getParent());
            Path scratch = file.resolveSibling("stack.json.part");
            Files.writeString(scratch, JSON.writeValueAsString(content));
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a process in the place of the one that had its name. */
    synchronized void record(Entry entry) {
        Content content = read();
        if (content == null) {
            throw new IllegalStateException("Nothing was written yet");
        }
        var processes = new ArrayList<>(content.processes());
        processes.removeIf(it -> it.name().equals(entry.name()));
        processes.add(entry);
        write(new Content(content.ports(), processes, content.urls(), content.databases()));
    }
}
