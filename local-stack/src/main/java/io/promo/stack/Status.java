package io.promo.stack;

import io.promo.sql.Role;
import io.promo.sql.Server;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How the stack is at one moment, ordered by role and name; as JSON, the output of {@code promo status -o json}. */
public record Status(List<Process> processes, List<Database> databases, Urls urls) {

    /** Whether a process does its work. */
    public enum State {
        /** It runs and answers. */
        RUNNING,
        /** It runs, does not answer yet, and is younger than {@code promo up} would wait for it: three minutes. */
        STARTING,
        /** It runs and does not answer, or says that it is not well. */
        UNHEALTHY,
        /** It was started and has ended. */
        DEAD;

        /** Of a process that runs, for so long. */
        static State ofAlive(boolean healthy, Duration age) {
            if (healthy) {
                return RUNNING;
            }
            return age.compareTo(Starter.PATIENCE) < 0 ? STARTING : UNHEALTHY;
        }
    }

    /** A process of the stack, as it was started and as it is. */
    public record Process(String name, ProcessRole role, long pid, int port, State state, String url) {}

    /** A database, and the user who owns it; the server asks for no password. */
    public record Database(String name, String jdbcUrl, String user) {

        static List<Database> all(Ports ports) {
            Server server = Server.trusting("127.0.0.1", ports.postgres());
            return Arrays.stream(io.promo.sql.Database.values())
                    .map(io.promo.sql.Database::databaseName)
                    .map(name -> new Database(name, server.jdbcUrl(name), Role.OWNER.userName()))
                    .toList();
        }
    }

    /** The processes of one role. */
    public List<Process> processes(ProcessRole role) {
        return processes.stream().filter(it -> it.role() == role).toList();
    }
}
