package io.promo.stack.postgres;

import io.promo.stack.dist.Dist;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come as an archive within a jar, unpacked once per checkout and version. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** One of its programs, e.g. {@code postgres}. */
    static String program(String name) {
        return directory().resolve("bin").resolve(name).toString();
    }

    private static Path directory() {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new IllegalStateException("There are PostgreSQL binaries only for Linux on x86-64");
        }
        try {
            var connection = (JarURLConnection) archive.openConnection();
            String version = Long.toHexString(connection.getJarEntry().getCrc());
            return Dist.directory("postgres-" + version, PostgresBinaries::unpack);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + archive, e);
        }
    }

    private static void unpack(Path directory) throws IOException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                unpack(tar, entry, directory.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, to);
        if ((entry.getMode() & 0100) != 0 && !to.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + to + " executable");
        }
    }
}
