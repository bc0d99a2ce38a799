package io.promo.stack.keycloak;

import io.promo.stack.dist.Dist;
import io.promo.stack.process.Http;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Keycloak on 127.0.0.1 with the realm {@code promo}.
 *
 * <p>The build unpacks the distribution under {@link Dist#root()}. Its programs are shared by links; data belongs to the
 * home. Making a database and importing the realm takes Keycloak about 15 s, so this is done once per checkout and realm
 * file, and each new home starts from a copy.
 *
 * @param home its directory, made on first use
 * @param port its TCP port
 */
public record KeycloakServer(Path home, int port) {

    /** Both the name and the password of the administrator of Keycloak itself. */
    public static final String ADMIN = "admin";

    private static final String REALM_FILE = "promo-realm.json";
    private static final String DATABASE = "data/h2/keycloakdb.mv.db";

    /** Makes the home if there is none. */
    public void initialize(Jdk jdk) throws IOException {
        if (!Files.exists(home.resolve(DATABASE))) {
            Path seed = Dist.directory("keycloak-seed-" + realmVersion(), directory -> seed(jdk, directory));
            link(home);
            Path scratch = home.resolve(DATABASE + ".part");
            Files.createDirectories(scratch.getParent());
            Files.copy(seed.resolve(DATABASE), scratch, StandardCopyOption.REPLACE_EXISTING);
            Files.move(scratch, home.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
        }
        link(home);
    }

    /** What starts it; the process is the JVM itself. */
    public Launch launch(Jdk jdk, Path log) {
        var command = command(jdk, home, "start");
        command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port));
        command.addAll(List.of("--hostname=" + url(), "--cache=local", "--log-level=WARN,io.quarkus:INFO"));
        // Else one of two who sign in as the same user at the same time is refused, whatever the password.
        command.add("--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true");
        return new Launch(command, Map.of(), home, log);
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What tokens name as their issuer. */
    public String issuer() {
        return url() + "/realms/promo";
    }

    /** Whether it serves the realm. */
    public boolean answers() {
        return Http.ok(issuer());
    }

    /**
     * Lets the page be served from these origins and no others.
     *
     * @param origins such as {@code http://127.0.0.1:18081}
     */
    public void allowPages(List<String> origins) throws IOException, InterruptedException {
        new RealmClients(url()).allow(origins);
    }

    private static void seed(Jdk jdk, Path directory) throws IOException {
        link(directory);
        Path realm = directory.resolve(REALM_FILE);
        try (InputStream file = realmFile()) {
            Files.copy(file, realm);
        }
        var command = command(jdk, directory, "import");
        command.addAll(List.of("--file", realm.toString()));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0 || !output.contains("Realm 'promo' imported")) {
                throw new IOException("Keycloak did not import its realm: " + output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Keycloak imported its realm", e);
        }
    }

    /** As {@code kc.sh} would run it, but without the shell in between, whose pid would not be Keycloak's. */
    private static ArrayList<String> command(Jdk jdk, Path home, String verb) {
        var command = new ArrayList<>(List.of(jdk.java(), "-Xms64m", "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        for (String module : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + module + "=ALL-UNNAMED");
        }
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        // Take the distribution as it was built; what we set can all be set at run time.
        command.add("-Dkc.config.built=true");
        command.addAll(List.of("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf")));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.addAll(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", verb));
        return command;
    }

    private static void link(Path home) throws IOException {
        Path distribution = distribution();
        Files.createDirectories(home);
        for (String name : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(name));
        }
    }

    private static Path distribution() throws IOException {
        Path unpacked = Dist.root().resolve("keycloak");
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> versions = Files.list(unpacked)) {
                Path[] found = versions.filter(Files::isDirectory).toArray(Path[]::new);
                if (found.length == 1) {
                    return found[0];
                }
            }
        }
        throw new IOException("Keycloak is not unpacked under " + unpacked + "; run mvn clean package");
    }

    private static String realmVersion() throws IOException {
        try (InputStream file = realmFile()) {
            var crc = new CRC32();
            crc.update(file.readAllBytes());
            return distribution().getFileName() + "-" + Long.toHexString(crc.getValue());
        }
    }

    private static InputStream realmFile() {
        InputStream file = KeycloakServer.class.getResourceAsStream(REALM_FILE);
        if (file == null) {
            throw new IllegalStateException(REALM_FILE + " is missing from the class path");
        }
        return file;
    }
}
