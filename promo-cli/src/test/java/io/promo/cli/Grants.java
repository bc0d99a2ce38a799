package io.promo.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the issuer grants. */
final class Grants {

    static final String TOKEN = "POST /realms/promo/protocol/openid-connect/token";

    private Grants() {}

    static String grant(String user, String refreshToken, int seconds) {
        return "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":%d}"
                .formatted(jwt(user), refreshToken, seconds);
    }

    static String jwt(String user) {
        String claims = "{\"preferred_username\":\"" + user + "\"}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }
}
