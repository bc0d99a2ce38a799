package io.promo.stack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root; this says what to put before its commands so that it does not notice. */
final class Unprivileged {

    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /**
     * The command as it has to be run by the current user.
     *
     * @param data what the command must own
     */
    static List<String> command(Path data, List<String> command) {
        var complete = new ArrayList<String>();
        if (isRoot()) {
            complete.addAll(prefix(data));
        }
        complete.addAll(command);
        return complete;
    }

    private static List<String> prefix(Path data) {
        // In a user namespace without a mapping root is nobody, yet keeps its files.
        if (succeeds("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        if (!succeeds("chown", "-R", NOBODY + ":" + NOBODY, data.toString())) {
            throw new IllegalStateException(
                    "PostgreSQL refuses to run as root, and neither unshare nor chown is allowed"
                            + " here; run as another user");
        }
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    private static boolean isRoot() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.anyMatch(line -> line.startsWith("Uid:\t0\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
