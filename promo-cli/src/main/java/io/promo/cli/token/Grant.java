package io.promo.cli.token;

import io.promo.cli.output.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Tokens as the issuer granted them.
 *
 * @param expiresAt when the access token ends
 * @param refreshToken gets the next one; null when there will be none
 */
public record Grant(
        String accessToken, Instant expiresAt, @Nullable String refreshToken) {

    private static final int MARGIN_SECONDS = 20;

    static Grant of(JsonNode answer, Instant now) {
        return new Grant(
                answer.required("access_token").asString(),
                now.plusSeconds(Json.number(answer, "expires_in")),
                Json.text(answer, "refresh_token"));
    }

    static Grant read(JsonNode stored) {
        return new Grant(
                stored.required("accessToken").asString(),
                Instant.parse(stored.required("expiresAt").asString()),
                Json.text(stored, "refreshToken"));
    }

    JsonNode write() {
        return Json.object()
                .put("accessToken", accessToken)
                .put("expiresAt", expiresAt.toString())
                .put("refreshToken", refreshToken);
    }

    /** Whether the access token lasts long enough for a request. */
    boolean isFresh(Instant now) {
        return now.plusSeconds(MARGIN_SECONDS).isBefore(expiresAt);
    }

    /** The user's name as the token carries it. The issuer sent it to us; nobody else's word is taken for it. */
    public String username() {
        try {
            String payload = accessToken.split("\\.")[1];
            JsonNode claims = Json.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
            return Json.text(claims, "preferred_username", "default");
        } catch (JacksonException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // An opaque token: there is one login then.
            return "default";
        }
    }

    /** Without the tokens, which are nobody's business. */
    @Override
    public String toString() {
        return "Grant[expiresAt=" + expiresAt + "]";
    }
}
