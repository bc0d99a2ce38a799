package io.promo.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands in for a service where only the stack's own doings are looked at: healthy at once, configured by the same
 * environment. It fails to start when it finds a file named {@code broken} in its working directory.
 */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] args) throws IOException {
        if (Files.exists(Path.of("broken"))) {
            throw new IllegalStateException("broken on purpose");
        }
        listen("SERVER_PORT").start();
        HttpServer management = listen("MANAGEMENT_SERVER_PORT");
        management.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        management.start();
    }

    private static HttpServer listen(String variable) throws IOException {
        int port = Integer.parseInt(System.getenv(variable));
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    /** Makes a checkout in which every service is built. */
    static Path repository(Path directory) throws IOException {
        for (String module : new String[] {"calendar-api", "batch-dispatch", "inbox-api"}) {
            Path target = Files.createDirectories(directory.resolve(module).resolve("target"));
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
            String entry = FakeService.class.getName().replace('.', '/') + ".class";
            try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve(module + "-exec.jar")), manifest);
                    InputStream code = FakeService.class.getResourceAsStream("/" + entry)) {
                jar.putNextEntry(new JarEntry(entry));
                code.transferTo(jar);
            }
        }
        return directory;
    }
}
