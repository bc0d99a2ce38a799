package io.promo.stack.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Directories under this module's {@code target/dist}, each filled once, whoever comes first. Filling takes place in a
 * scratch directory that is renamed when complete, under a lock that other processes honour.
 */
public final class Dist {

    private Dist() {}

    /** Puts the content into an empty directory. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path directory) throws IOException;
    }

    /**
     * The directory of the given name, filled now if it is not there yet.
     *
     * @throws UncheckedIOException when it could not be filled; the next call tries again
     */
    public static synchronized Path directory(String name, Filler filler) {
        Path directory = root().resolve(name);
        if (Files.isDirectory(directory)) {
            return directory;
        }
        try {
            Files.createDirectories(root());
            try (FileChannel channel = FileChannel.open(
                            root().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                if (!Files.isDirectory(directory)) {
                    Path scratch = root().resolve(name + ".part");
                    delete(scratch);
                    filler.fill(Files.createDirectory(scratch));
                    Files.move(scratch, directory, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare " + directory, e);
        }
    }

    /** {@code local-stack/target/dist}, wherever the classes were loaded from: the classes directory or the jar in it. */
    public static Path root() {
        try {
            Path code = Path.of(Dist.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolveSibling("dist");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes a directory and all below it; nothing happens when there is none. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
