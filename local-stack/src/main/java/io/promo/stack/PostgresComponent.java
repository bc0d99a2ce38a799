package io.promo.stack;

import io.promo.sql.Migrations;
import io.promo.stack.postgres.PostgresServer;
import io.promo.stack.process.Launch;
import java.io.IOException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** The PostgreSQL server, complete when its three databases are migrated. */
record PostgresComponent(Settings settings, PostgresServer server) implements Component {

    PostgresComponent(Settings settings, Ports ports) {
        this(
                settings,
                new PostgresServer(settings.home().resolve("postgres"), ports.postgres(), PostgresServer.DURABLE));
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public ProcessRole role() {
        return ProcessRole.POSTGRES;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String url() {
        return server.server().jdbcUrl("postgres");
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        server.initialize();
        return server.launch(settings.log(name()));
    }

    @Override
    public boolean healthy() {
        return server.answers();
    }

    @Override
    public void complete() {
        try {
            new Migrations(server.server()).run();
        } catch (SQLException | FlywayException e) {
            throw new StackException(
                    "The databases could not be migrated; if their data may go, promo down --wipe starts afresh. "
                            + e.getMessage(),
                    e);
        }
    }
}
