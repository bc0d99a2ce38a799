package io.promo.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command to be started as a process that outlives this one and has no terminal.
 *
 * @param environment added to our own
 * @param log receives stdout and stderr, appended
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {

    /** The same with one more variable. */
    public Launch with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Launch(command, more, directory, log);
    }

    /** Starts it; its pid is that of the command itself. */
    public OsProcess start() throws IOException {
        Files.createDirectories(log.getParent());
        var detached = new ArrayList<String>();
        // A session of its own: an interrupt at the terminal that started us does not reach it.
        detached.add("setsid");
        detached.addAll(command);
        var builder = new ProcessBuilder(detached)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return OsProcess.of(process.pid())
                .orElseThrow(() -> new IOException(command.get(0) + " ended at once; see " + log));
    }
}
