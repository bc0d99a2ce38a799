package io.promo.cli.token;

import io.promo.cli.http.Tokens;
import io.promo.cli.settings.Setting;
import io.promo.cli.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. A user named on the command line comes first; then a token, a program's secret or a password from the
 * environment; then the stored login.
 */
public final class TokenSources {

    /** Environment variable with an access token. */
    public static final String TOKEN = "PROMO_TOKEN";

    /** Environment variable with a program's secret. */
    public static final String CLIENT_SECRET = "PROMO_CLIENT_SECRET";

    /** Environment variable with a user's password. */
    public static final String PASSWORD = "PROMO_PASSWORD";

    private TokenSources() {}

    /** The tokens to use; nothing is asked of anyone yet. */
    public static Tokens of(Settings settings) {
        String username = settings.optional(Setting.USERNAME);
        if (settings.isFlag(Setting.USERNAME)) {
            return stored(settings, username);
        }
        String token = settings.secret(TOKEN);
        if (token != null) {
            return new GivenToken(token);
        }
        String secret = settings.secret(CLIENT_SECRET);
        if (secret != null) {
            Issuer issuer = new Issuer(settings);
            return new GrantedTokens(
                    () -> issuer.clientCredentials(secret),
                    "Correct " + Setting.CLIENT_ID.variable() + " and " + CLIENT_SECRET + ".");
        }
        String password = settings.secret(PASSWORD);
        if (password != null && username != null) {
            Issuer issuer = new Issuer(settings);
            return new GrantedTokens(
                    () -> issuer.password(username, password),
                    "Correct " + Setting.USERNAME.variable() + " and " + PASSWORD + ".");
        }
        return stored(settings, username);
    }

    private static Tokens stored(Settings settings, @Nullable String username) {
        Issuer issuer = new Issuer(settings);
        return new StoredTokens(issuer, new TokenStore(settings.directory(), issuer.url()), username);
    }

    /** A token that cannot be renewed. */
    private record GivenToken(String current) implements Tokens {

        @Override
        public boolean renew() {
            return false;
        }

        @Override
        public String toString() {
            return "GivenToken";
        }
    }
}
