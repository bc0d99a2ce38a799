package io.promo.bench.inbox;

import io.promo.bench.client.Login;
import io.promo.bench.client.RestClient;
import io.promo.stack.keycloak.KeycloakServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes Keycloak users who are customers, and logs each in once. */
final class Shoppers {

    /** A bench of ten million messages takes less. */
    private static final int TOKEN_SECONDS = 7_200;

    private final String keycloakUrl;

    Shoppers(String keycloakUrl) {
        this.keycloakUrl = keycloakUrl;
    }

    /** New users of realm {@code promo}, whose tokens last longer from now on. */
    List<Shopper> loggedIn(int count) throws IOException, InterruptedException {
        RestClient admin = RestClient.keycloakAdmin(keycloakUrl, KeycloakServer.ADMIN);
        String realm = keycloakUrl + "/admin/realms/promo";
        admin.put(realm, Map.of("accessTokenLifespan", TOKEN_SECONDS));
        List<String> names =
                IntStream.range(0, count).mapToObj(n -> "shopper-" + n).toList();
        admin.post(
                realm + "/partialImport",
                Map.of(
                        "ifResourceExists",
                        "FAIL",
                        "users",
                        names.stream().map(Shoppers::user).toList()));
        Login login = new Login(HttpClient.newHttpClient(), keycloakUrl, "promo", "promo-shop");
        List<Shopper> shoppers = new ArrayList<>();
        for (String name : names) {
            String token = login.token(name, name).value();
            shoppers.add(new Shopper(subject(token), token));
        }
        return shoppers;
    }

    private static Map<String, Object> user(String name) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@promo.example",
                "emailVerified",
                true,
                "firstName",
                "Sam",
                "lastName",
                "Shopper",
                "credentials",
                List.of(Map.of("type", "password", "value", name, "temporary", false)),
                "realmRoles",
                List.of("customer"));
    }

    private static UUID subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return UUID.fromString(JsonMapper.shared()
                .readTree(new String(claims, StandardCharsets.UTF_8))
                .required("sub")
                .asString());
    }
}
