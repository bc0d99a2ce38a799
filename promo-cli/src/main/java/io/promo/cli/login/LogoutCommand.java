package io.promo.cli.login;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.output.Json;
import io.promo.cli.settings.Setting;
import io.promo.cli.token.Grant;
import io.promo.cli.token.Issuer;
import io.promo.cli.token.RefusedException;
import io.promo.cli.token.TokenStore;
import picocli.CommandLine.Command;

/** Logs out. */
@Command(name = "logout", description = "Forget a login, here and at the identity provider.")
public final class LogoutCommand extends PromoCommand {

    @Override
    protected void run() {
        Issuer issuer = new Issuer(settings());
        TokenStore store = new TokenStore(settings().directory(), issuer.url());
        String named = settings().optional(Setting.USERNAME);
        String user = named == null ? store.lastUser() : named;
        Grant grant = user == null ? null : store.find(user);
        if (user != null) {
            store.remove(user);
        }
        if (grant != null) {
            endSession(issuer, grant);
        }
        output().show(
                        Json.object().put("username", user).put("loggedOut", grant != null),
                        grant == null ? "Nobody was logged in." : "Logged out " + user + ".");
    }

    private void endSession(Issuer issuer, Grant grant) {
        String refreshToken = grant.refreshToken();
        if (refreshToken == null) {
            return;
        }
        try {
            issuer.logout(refreshToken);
        } catch (RefusedException e) {
            output().note("The session had ended before.");
        } catch (CommandFailure e) {
            output().warn(e.getMessage() + "; the login is forgotten here, its session ends there by itself.");
        }
    }
}
