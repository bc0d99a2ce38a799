package io.promo.stack.postgres;

import com.sun.management.OperatingSystemMXBean;
import io.promo.sql.Server;
import io.promo.stack.dist.Dist;
import io.promo.stack.process.Launch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A PostgreSQL server on 127.0.0.1 that trusts who connects from there. Its superuser is {@code postgres}.
 *
 * @param data its data directory, made on first use
 * @param port its TCP port
 * @param settings {@link #DURABLE} or {@link #FORGETFUL}
 */
public record PostgresServer(Path data, int port, Map<String, String> settings) {

    /** Survives a power cut, and has room for a bulk load. */
    public static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", sharedBuffers() + "MB",
            "max_wal_size", "4GB",
            "max_connections", "200");

    /** For tests: what a crash of the machine would take was never needed. */
    public static final Map<String, String> FORGETFUL = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_connections", "300");

    /** An eighth of the machine's memory, 128 MB to 2 GB: it is shared with the rest of the stack. */
    private static long sharedBuffers() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
        return Math.max(128, Math.min(2_048, memory / 8 / (1 << 20)));
    }

    /** Makes the data directory if there is none. Whole or not at all: a broken attempt leaves nothing that looks done. */
    public void initialize() throws IOException, InterruptedException {
        if (Files.exists(data)) {
            return;
        }
        Path scratch = data.resolveSibling(data.getFileName() + ".part");
        Dist.delete(scratch);
        Files.createDirectories(scratch);
        var command = new ArrayList<>(List.of(PostgresBinaries.program("initdb"), "--pgdata=" + scratch));
        // The built-in C.UTF-8 needs no locale of the machine and sorts by code point.
        command.addAll(List.of("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-instructions"));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (settings.equals(FORGETFUL)) {
            command.add("--no-sync");
        }
        Process initdb = new ProcessBuilder(Unprivileged.command(scratch, command))
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes());
        if (initdb.waitFor() != 0) {
            throw new IOException("initdb failed: " + output.strip());
        }
        Files.move(scratch, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What starts it; the process is the postmaster itself. */
    public Launch launch(Path log) {
        var command = new ArrayList<>(List.of(PostgresBinaries.program("postgres"), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "timezone=UTC", "-c", "log_timezone=UTC"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(Unprivileged.command(data, command), Map.of(), data, log);
    }

    /** Whether it answers a query. */
    public boolean answers() {
        var properties = new Properties();
        properties.put("user", "postgres");
        properties.put("loginTimeout", "2");
        properties.put("socketTimeout", "2");
        try (var connection = DriverManager.getConnection(server().jdbcUrl("postgres"), properties);
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    /** How to log in. */
    public Server server() {
        return Server.trusting("127.0.0.1", port);
    }
}
