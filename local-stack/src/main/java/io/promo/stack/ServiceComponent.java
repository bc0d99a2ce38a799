package io.promo.stack;

import io.promo.stack.process.Http;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One of our services, run from its executable jar.
 *
 * @param environment its configuration, in Spring's own names
 */
record ServiceComponent(
        Settings settings, Jdk jdk, String name, ProcessRole role, int port, Map<String, String> environment)
        implements Component {

    @Override
    public String url() {
        return Urls.local(port);
    }

    ServiceJar jar() {
        return new ServiceJar(
                settings,
                switch (role) {
                    case MANAGER, WORKER -> "batch-dispatch";
                    default -> role.id();
                });
    }

    @Override
    public Launch prepare() throws IOException {
        Path scratch = Files.createDirectories(settings.home().resolve("tmp"));
        var command = List.of(
                jdk.java(),
                "-Xmx" + heap(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (worksHard() ? 4 : 1),
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                // Tomcat's folders: a killed process leaves them, and here the next wipe finds them.
                "-Djava.io.tmpdir=" + scratch,
                "-jar",
                jar().copy().toString());
        return new Launch(command, environment, settings.home(), settings.log(name));
    }

    /** At most; what is not needed is not taken. Ten thousand live streams are ten thousand connections of inbox-api. */
    private String heap() {
        return switch (role) {
            case WORKER -> "256m";
            case INBOX_API -> "1280m";
            default -> "384m";
        };
    }

    /**
     * Where requests come by the thousand; elsewhere the optimizing compiler only takes the two cores. A worker is no exception: its
     * first run took a quarter of the machine for compiling, and later runs were no faster for it (docs/performance.md).
     */
    private boolean worksHard() {
        return role == ProcessRole.INBOX_API;
    }

    @Override
    public boolean healthy() {
        return Http.ok(Urls.local(Ports.management(port)) + "/actuator/health");
    }
}
