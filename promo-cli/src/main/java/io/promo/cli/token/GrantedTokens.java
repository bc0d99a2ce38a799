package io.promo.cli.token;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Tokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens asked for anew, with the same secret, whenever the last one ends: for programs. Nothing is stored. */
final class GrantedTokens implements Tokens {

    /** Asks the issuer. */
    interface Login {
        Grant grant() throws RefusedException;
    }

    private final Login login;
    private final String remedy;
    private @Nullable Grant grant;

    /** @param remedy what to do when the issuer refuses */
    GrantedTokens(Login login, String remedy) {
        this.login = login;
        this.remedy = remedy;
    }

    @Override
    public String current() {
        Grant known = grant;
        return known != null && known.isFresh(Instant.now()) ? known.accessToken() : ask().accessToken();
    }

    @Override
    public boolean renew() {
        ask();
        return true;
    }

    private Grant ask() {
        try {
            Grant granted = login.grant();
            grant = granted;
            return granted;
        } catch (RefusedException e) {
            throw new CommandFailure(ExitCode.FAILED, "Login refused: " + e.getMessage(), List.of(), remedy, e);
        }
    }
}
