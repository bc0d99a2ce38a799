package io.promo.stack.process;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home the directory that holds {@code bin/java}
 * @param feature its feature release, e.g. 25
 */
public record Jdk(Path home, int feature) {

    /** The oldest release that runs the services. */
    public static final int OLDEST = 17;

    /** The newest JDK found in {@code JAVA_HOME}, {@code /usr/lib/jvm} and {@code PATH}; empty when none is recent enough. */
    public static Optional<Jdk> newest(Map<String, String> environment) {
        return candidates(environment).stream()
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature >= OLDEST)
                .max(Comparator.comparingInt(Jdk::feature));
    }

    /** The program that starts a JVM. */
    public String java() {
        return home.resolve("bin/java").toString();
    }

    private static Set<Path> candidates(Map<String, String> environment) {
        var homes = new LinkedHashSet<Path>();
        String javaHome = environment.getOrDefault("JAVA_HOME", "");
        if (!javaHome.isBlank()) {
            homes.add(Path.of(javaHome));
        }
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            installed.forEach(homes::add);
        } catch (IOException e) {
            // No such directory here; the other places remain.
        }
        for (String directory : environment.getOrDefault("PATH", "").split(":")) {
            Path java = Path.of(directory, "java");
            if (Files.isExecutable(java)) {
                homes.add(real(java).resolveSibling("..").normalize());
            }
        }
        homes.add(Path.of(System.getProperty("java.home")));
        return homes;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static Optional<Jdk> at(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            var release = new Properties();
            release.load(reader);
            String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Optional.of(new Jdk(home, Integer.parseInt(version.split("[.+-]")[0])));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
