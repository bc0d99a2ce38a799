package io.promo.cli.login;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.output.Json;
import io.promo.cli.settings.Setting;
import io.promo.cli.token.Grant;
import io.promo.cli.token.Issuer;
import io.promo.cli.token.RefusedException;
import io.promo.cli.token.TokenSources;
import io.promo.cli.token.TokenStore;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Logs in. */
@Command(
        name = "login",
        description = "Log in: in a browser, or with --username and a password.",
        footer =
                "The last login is the one used; --as NAME uses another. Tokens are kept for you only and never shown.")
public final class LoginCommand extends PromoCommand {

    private static final Duration SLOWER = Duration.ofSeconds(5);

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "Log in with a password: asked for, or PROMO_PASSWORD.")
    @Nullable
    String username;

    @Option(names = "--password-stdin", description = "Read the password from standard input.")
    boolean passwordStdin;

    @Override
    protected void run() {
        Issuer issuer = new Issuer(settings());
        Grant grant = grant(issuer);
        String user = grant.username();
        TokenStore store = new TokenStore(settings().directory(), issuer.url());
        store.save(user, grant);
        store.setLast(user);
        output().show(
                        Json.object().put("username", user).put("issuer", issuer.url()),
                        "Logged in as " + user + " at " + issuer.url() + ".");
    }

    private Grant grant(Issuer issuer) {
        String password = settings().secret(TokenSources.PASSWORD);
        String user = username == null && password != null ? settings().optional(Setting.USERNAME) : username;
        try {
            if (user != null) {
                return issuer.password(user, password(user, password));
            }
            if (passwordStdin) {
                throw CommandFailure.usage("--password-stdin needs to know whose it is", "Add --username NAME.");
            }
            return byBrowser(issuer);
        } catch (RefusedException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Login refused: " + e.getMessage(),
                    List.of(),
                    "Check name and password, then run promo login again.",
                    e);
        }
    }

    private String password(String user, @Nullable String fromEnvironment) {
        if (passwordStdin) {
            return readLine();
        }
        if (fromEnvironment != null) {
            return fromEnvironment;
        }
        Console console = surroundings().terminal() ? System.console() : null;
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw CommandFailure.usage(
                    "There is no terminal to ask for the password of " + user,
                    "Set " + TokenSources.PASSWORD + ", or use --password-stdin.");
        }
        return new String(typed);
    }

    private String readLine() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(surroundings().in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Cannot read the password", List.of(), "Give it on standard input.", e);
        }
    }

    private Grant byBrowser(Issuer issuer) throws RefusedException {
        Issuer.Device device = issuer.device();
        output().warn("Open " + device.completeUri());
        output().warn("and check that it shows the code " + device.userCode() + ".");
        Duration pause = device.interval();
        while (Instant.now().isBefore(device.expiresAt())) {
            pause(pause);
            try {
                return issuer.poll(device);
            } catch (RefusedException e) {
                switch (e.error()) {
                    case "authorization_pending" -> {}
                    case "slow_down" -> pause = pause.plus(SLOWER);
                    default -> throw e;
                }
            }
        }
        throw new CommandFailure(
                ExitCode.FAILED, "Nobody logged in while the code was valid", "Run promo login again.");
    }
}
