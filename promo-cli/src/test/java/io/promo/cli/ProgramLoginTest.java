package io.promo.cli;

import static io.promo.cli.Grants.TOKEN;
import static io.promo.cli.Grants.grant;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProgramLoginTest {

    private static final String EMPTY = "{\"items\":[],\"nextCursor\":null,\"hasMore\":false}";

    @RegisterExtension
    final Services services = new Services();

    @TempDir
    Path home;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(home).at(services);
        services.on("GET /calendar/events", 200, EMPTY);
    }

    @Test
    void shouldLogAProgramInByItsSecretWithoutStoringAnything() {
        services.on(TOKEN, 200, grant("service-account-promo-cronjob", "unused", 300));
        cli.set("PROMO_CLIENT_ID", "promo-cronjob").set("PROMO_CLIENT_SECRET", "hush");

        assertThat(cli.run("list").exitCode()).isZero();
        assertThat(services.only(TOKEN).body())
                .contains("client_id=promo-cronjob", "client_secret=hush", "grant_type=client_credentials");
        assertThat(home.resolve(".config")).doesNotExist();
    }

    @Test
    void shouldUseAPasswordOfTheEnvironmentWithoutALogin() {
        services.on(TOKEN, 200, grant("operator", "unused", 300));
        cli.set("PROMO_USERNAME", "operator").set("PROMO_PASSWORD", "pw");

        assertThat(cli.run("list").exitCode()).isZero();
        assertThat(home.resolve(".config")).doesNotExist();
    }
}
