package io.promo.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A service's executable jar. It is run from a copy: a build that replaces the jar under a running JVM would break it. */
record ServiceJar(Settings settings, String module) {

    /** As the build left it; empty when there is none. */
    Optional<Path> built() {
        Path target = settings.repository().resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (Path jar : jars) {
                return Optional.of(jar);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("Cannot look into " + target + ": " + e.getMessage(), e);
        }
    }

    /** The copy of what is built now; processes of one build share it. */
    synchronized Path copy() throws IOException {
        Path built = built().orElseThrow(() -> new StackException(missing()));
        Path copy = settings.home()
                .resolve("services")
                .resolve("%s-%x.jar"
                        .formatted(module, Files.getLastModifiedTime(built).toMillis()));
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            Path scratch = Files.createTempFile(copy.getParent(), module, ".part");
            Files.copy(built, scratch, StandardCopyOption.REPLACE_EXISTING);
            Files.move(scratch, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    String missing() {
        return "%s is not built: there is no %s; run mvn -DskipTests package"
                .formatted(
                        module,
                        settings.repository().relativize(settings.repository().resolve(module)) + "/target/*-exec.jar");
    }
}
