package io.promo.bench.stream;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.StackFailure;
import io.promo.stack.keycloak.KeycloakServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key of realm {@code promo} that the bench knows, too. To log ten thousand customers in with their passwords would take
 * Keycloak an hour; tokens signed by this key are as good to the services.
 */
final class SigningKey {

    /** A bench takes less. */
    private static final int TOKEN_SECONDS = 7_200;

    private final String issuer;
    private final String keyId;
    private final PrivateKey key;

    private SigningKey(String issuer, String keyId, PrivateKey key) {
        this.issuer = issuer;
        this.keyId = keyId;
        this.key = key;
    }

    /** Makes a key and adds it to those that Keycloak publishes; Keycloak itself goes on with its own. */
    static SigningKey addedTo(String keycloakUrl) throws IOException, InterruptedException {
        RestClient admin = RestClient.keycloakAdmin(keycloakUrl, KeycloakServer.ADMIN);
        String realm = keycloakUrl + "/admin/realms/promo";
        Set<String> before = keyIds(admin, realm);
        KeyPair pair = rsa();
        admin.post(
                realm + "/components",
                Map.of(
                        "name", "bench",
                        "providerId", "rsa",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config",
                                Map.of(
                                        "privateKey", List.of(pem(pair.getPrivate())),
                                        "algorithm", List.of("RS256"),
                                        "priority", List.of("-100"),
                                        "enabled", List.of("true"),
                                        "active", List.of("true"))));
        Set<String> added = keyIds(admin, realm);
        added.removeAll(before);
        if (added.size() != 1) {
            throw new StackFailure("Keycloak did not take the bench's key");
        }
        return new SigningKey(keycloakUrl + "/realms/promo", added.iterator().next(), pair.getPrivate());
    }

    /** A customer's login. */
    Customer login(UUID user) {
        long now = Instant.now().getEpochSecond();
        String signed = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId))
                + "."
                + encoded(Map.of(
                        "iss",
                        issuer,
                        "sub",
                        user,
                        "aud",
                        List.of("inbox-api"),
                        "roles",
                        List.of("customer"),
                        "iat",
                        now,
                        "exp",
                        now + TOKEN_SECONDS));
        return new Customer(user, signed + "." + base64(signature(signed)));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keyIds(RestClient admin, String realm) throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (JsonNode key : admin.get(realm + "/keys").required("keys")) {
            ids.add(key.required("kid").asString());
        }
        return ids;
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    private static String encoded(Map<String, ?> json) {
        return base64(JsonMapper.shared().writeValueAsBytes(json));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
