package io.promo.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under test, wherever the tests are started from: the module or the root. */
final class Repository {

    private static final Path ROOT = Files.isDirectory(Path.of("k8s-cronjobs"))
            ? Path.of("").toAbsolutePath()
            : Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    static Path root() {
        return ROOT;
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder, sorted. */
    static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
