package io.promo.stack.testing;

import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends a server and removes its files when this JVM is gone. A shutdown hook would not run in a JVM that is killed; the
 * watchdog is a shell at the far end of a pipe, and a pipe always notices.
 */
final class Watchdog {

    private Watchdog() {}

    /**
     * Watches from now on.
     *
     * @param signal that ends the server without ado, e.g. {@code KILL}
     */
    static void guard(OsProcess server, String signal, Path files) throws IOException {
        String script = """
                trap '' INT TERM HUP
                read -r nothing
                kill -%2$s %1$d
                while kill -0 %1$d 2>/dev/null; do sleep 0.1; done
                rm -rf "$0"
                """.formatted(server.pid(), signal);
        new ProcessBuilder(List.of("setsid", "sh", "-c", script, files.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
