package io.promo.cli;

import static io.promo.cli.Grants.TOKEN;
import static io.promo.cli.Grants.grant;
import static io.promo.cli.Grants.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

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
    void shouldLogInWithAPasswordFromStandardInputAndStayLoggedIn() {
        services.on(TOKEN, 200, grant("admin", "refresh-1", 300));

        var login = cli.input("s3cret&more\n").run("login", "--username", "admin", "--password-stdin");

        assertThat(login.exitCode()).isZero();
        assertThat(login.out()).isEqualTo("Logged in as admin at " + services.url("/realms/promo") + ".\n");
        assertThat(services.only(TOKEN).body())
                .contains("grant_type=password", "username=admin", "password=s3cret%26more", "client_id=promo-cli");
        assertThat(cli.run("list").exitCode()).isZero();
        assertThat(services.only("GET /calendar").headers().get("authorization"))
                .isEqualTo("Bearer " + jwt("admin"));
    }

    @Test
    void shouldKeepTokensForTheOwnerOnlyAndNeverShowThem() throws IOException {
        services.on(TOKEN, 200, grant("admin", "refresh-1", 300));

        var login = cli.set("PROMO_PASSWORD", "pw").run("login", "--username", "admin", "-o", "json", "--verbose");

        assertThat(login.json().path("username").asString()).isEqualTo("admin");
        assertThat(login.out() + login.err()).doesNotContain("refresh-1", jwt("admin"), "pw");
        try (Stream<Path> files = Files.walk(home.resolve(".config/promo/logins"))) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void shouldLogInThroughABrowser() {
        services.on("POST /realms/promo/protocol/openid-connect/auth/device", 200, """
                        {"device_code":"device-1","user_code":"ABCD-EFGH","verification_uri":"http://k/device",
                         "verification_uri_complete":"http://k/device?code=ABCD","interval":0,"expires_in":600}""")
                .on(TOKEN, 400, "{\"error\":\"authorization_pending\",\"error_description\":\"not yet\"}")
                .on(TOKEN, 200, grant("operator", "refresh-1", 300));

        var login = cli.run("login");

        assertThat(login.exitCode()).isZero();
        assertThat(login.err()).contains("http://k/device?code=ABCD").contains("ABCD-EFGH");
        assertThat(login.out()).startsWith("Logged in as operator");
        assertThat(services.asked(TOKEN))
                .hasSize(2)
                .allSatisfy(it ->
                        assertThat(it.body()).contains("device_code=device-1", "device_code", "client_id=promo-cli"));
    }

    @Test
    void shouldSayWhyALoginIsRefused() {
        services.on(TOKEN, 401, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid user credentials\"}");

        var login = cli.set("PROMO_PASSWORD", "wrong").run("login", "--username", "admin");

        assertThat(login.exitCode()).isEqualTo(1);
        assertThat(login.err()).isEqualTo("""
                        promo: Login refused: Invalid user credentials
                        Check name and password, then run promo login again.
                        """);
    }

    @Test
    void shouldTellWhoIsNotLoggedInWhatToDo() {
        assertThat(cli.run("list").err())
                .isEqualTo("promo: You are not logged in at " + services.url("/realms/promo") + "\nRun promo login.\n");
        assertThat(cli.run("list", "--as", "anna").err()).contains("promo login --username anna");
    }

    @Test
    void shouldRenewAnOldToken() {
        services.on(TOKEN, 200, grant("admin", "refresh-1", 1)).on(TOKEN, 200, grant("admin", "refresh-2", 300));
        cli.input("pw").run("login", "--username", "admin", "--password-stdin");

        assertThat(cli.run("list").exitCode()).isZero();
        assertThat(cli.run("list").exitCode()).isZero();

        assertThat(services.asked(TOKEN)).hasSize(2);
        assertThat(services.asked(TOKEN).get(1).body()).contains("grant_type=refresh_token", "refresh_token=refresh-1");
    }

    @Test
    void shouldRenewATokenThatAServiceRefuses() {
        services.on(TOKEN, 200, grant("admin", "refresh-1", 300));
        cli.input("pw").run("login", "--username", "admin", "--password-stdin");
        services.on("GET /calendar/events/00000000-0000-7000-8000-000000000001/history", 401, "")
                .on("GET /calendar/events/00000000-0000-7000-8000-000000000001/history", 200, EMPTY);

        assertThat(cli.run("history", "00000000-0000-7000-8000-000000000001").exitCode())
                .isZero();
        assertThat(services.asked(TOKEN)).hasSize(2);
    }

    @Test
    void shouldSayThatALoginHasExpired() {
        services.on(TOKEN, 200, grant("admin", "refresh-1", 1))
                .on(TOKEN, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token is not active\"}");
        cli.input("pw").run("login", "--username", "admin", "--password-stdin");

        var result = cli.run("list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("promo: The login of admin has expired\nRun promo login again.\n");
    }

    @Test
    void shouldKeepSeveralLogins() {
        services.on(TOKEN, 200, grant("admin", "a", 300)).on(TOKEN, 200, grant("anna", "b", 300));
        cli.input("pw").run("login", "--username", "admin", "--password-stdin");
        cli.input("pw").run("login", "--username", "anna", "--password-stdin");

        cli.run("list");
        cli.run("list", "--as", "admin");
        cli.run("--as", "admin", "list");

        assertThat(services.asked("GET /calendar").stream()
                        .map(it -> it.headers().get("authorization")))
                .containsExactly("Bearer " + jwt("anna"), "Bearer " + jwt("admin"), "Bearer " + jwt("admin"));
    }

    @Test
    void shouldForgetALogin() {
        services.on(TOKEN, 200, grant("admin", "refresh-1", 300))
                .on("POST /realms/promo/protocol/openid-connect/logout", 204, "");
        cli.input("pw").run("login", "--username", "admin", "--password-stdin");

        assertThat(cli.run("logout").out()).isEqualTo("Logged out admin.\n");
        assertThat(services.only("POST /realms/promo/protocol/openid-connect/logout")
                        .body())
                .contains("refresh_token=refresh-1");
        assertThat(cli.run("list").err()).contains("You are not logged in");
    }

    @Test
    void shouldSayThatTheIssuerIsDown() {
        services.stop();

        var result = cli.run("login");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "promo: The identity provider does not answer at " + services.url("/realms/promo"),
                        "promo up starts the local stack; for another one set PROMO_ISSUER_URL.");
    }
}
