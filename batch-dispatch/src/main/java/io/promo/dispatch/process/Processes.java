package io.promo.dispatch.process;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of processes. A process is dead once its {@code ended_at} is set: by itself on a clean exit, or by the
 * sweeper, the only judge, when it has not beaten for {@link #DEAD_AFTER_SECONDS}.
 */
@Repository
public class Processes {

    /** Without a heartbeat for so long a process is dead. */
    public static final int DEAD_AFTER_SECONDS = 10;

    private final JdbcClient jdbc;
    private final JdbcClient heartbeat;
    private final ProcessIdentity self;

    Processes(JdbcClient jdbc, @Qualifier("heartbeat") JdbcClient heartbeat, ProcessIdentity self) {
        this.jdbc = jdbc;
        this.heartbeat = heartbeat;
        this.self = self;
    }

    /** Says that this process lives, also when it had been declared dead: its claims are fenced, it is not. */
    void beat() {
        heartbeat
                .sql("""
                        INSERT INTO process (process_id, role, host, pid, threads) VALUES (:id, :role, :host, :pid, :threads)
                        ON CONFLICT (process_id) DO UPDATE SET heartbeat_at = now(), ended_at = NULL
                        """)
                .param("id", self.processId())
                .param("role", self.role())
                .param("host", self.host())
                .param("pid", self.pid())
                .param("threads", self.threads())
                .update();
    }

    /** Where this process answers HTTP. */
    void listensOn(int port) {
        jdbc.sql("UPDATE process SET port = ? WHERE process_id = ?")
                .params(port, self.processId())
                .update();
    }

    /** Says that this process is over: what it held may be taken at once. */
    void end() {
        heartbeat
                .sql("UPDATE process SET ended_at = now() WHERE process_id = ?")
                .param(self.processId())
                .update();
    }

    /** Declares dead who has not beaten for the dead interval; returns who they are. Forgets those long gone. */
    public List<UUID> declareDead() {
        jdbc.sql("DELETE FROM process WHERE ended_at < now() - interval '7 days'")
                .update();
        return jdbc.sql("""
                        UPDATE process SET ended_at = now()
                        WHERE ended_at IS NULL AND heartbeat_at < now() - make_interval(secs => ?)
                        RETURNING process_id
                        """).param(DEAD_AFTER_SECONDS).query(UUID.class).list();
    }
}
