package io.promo.cli.token;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Tokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a login on disk, renewed there. */
final class StoredTokens implements Tokens {

    private final Issuer issuer;
    private final TokenStore store;
    private final @Nullable String wanted;

    /** @param wanted whose login; null: the last one */
    StoredTokens(Issuer issuer, TokenStore store, @Nullable String wanted) {
        this.issuer = issuer;
        this.store = store;
        this.wanted = wanted;
    }

    @Override
    public String current() {
        Grant grant = stored(user());
        return grant.isFresh(Instant.now()) ? grant.accessToken() : renewed().accessToken();
    }

    @Override
    public boolean renew() {
        renewed();
        return true;
    }

    private Grant renewed() {
        String user = user();
        String refreshToken = stored(user).refreshToken();
        if (refreshToken == null) {
            throw expired(user, null);
        }
        try {
            Grant grant = issuer.refresh(refreshToken);
            store.save(user, grant);
            return grant;
        } catch (RefusedException e) {
            throw expired(user, e);
        }
    }

    private Grant stored(String user) {
        Grant grant = store.find(user);
        if (grant == null) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no login of " + user + " at " + issuer.url(),
                    "Run promo login --username " + user + ".");
        }
        return grant;
    }

    private String user() {
        String user = wanted == null ? store.lastUser() : wanted;
        if (user == null) {
            throw new CommandFailure(ExitCode.FAILED, "You are not logged in at " + issuer.url(), "Run promo login.");
        }
        return user;
    }

    private static CommandFailure expired(String user, @Nullable Throwable cause) {
        return new CommandFailure(
                ExitCode.FAILED, "The login of " + user + " has expired", List.of(), "Run promo login again.", cause);
    }
}
