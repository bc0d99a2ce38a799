package io.promo.stack.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID issuer within this JVM: discovery, keys and RS256 signatures, so that services verify real tokens. */
public final class TestIssuer {

    /** Made on first use: the holder class is initialised then. */
    private static final class Holder {
        static final KeyPair KEYS = newKeys();
        static final KeyPair STRANGER = newKeys();
        static final String URI = start();
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestIssuer() {}

    /** For {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. */
    public static String uri() {
        return Holder.URI;
    }

    static String sign(TestToken token) {
        return sign(token, Holder.KEYS);
    }

    static String forge(TestToken token) {
        return sign(token, Holder.STRANGER);
    }

    private static String sign(TestToken token, KeyPair keys) {
        Map<String, Object> claims = Map.of(
                "iss", uri(),
                "sub", token.subject().toString(),
                "preferred_username", token.username(),
                "roles", token.roles(),
                "aud", token.audiences(),
                "iat", Instant.now().getEpochSecond(),
                "exp", token.expiresAt().getEpochSecond());
        String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String uri = "http://127.0.0.1:" + server.getAddress().getPort();
            var key = (RSAPublicKey) Holder.KEYS.getPublic();
            Map<String, Object> jwk = Map.of(
                    "kty", "RSA",
                    "use", "sig",
                    "alg", "RS256",
                    "kid", "test",
                    "n", base64(unsigned(key.getModulus())),
                    "e", base64(unsigned(key.getPublicExponent())));
            serve(server, "/jwks", Map.of("keys", List.of(jwk)));
            serve(
                    server,
                    "/.well-known/openid-configuration",
                    Map.of(
                            "issuer", uri,
                            "jwks_uri", uri + "/jwks",
                            "response_types_supported", List.of("code"),
                            "subject_types_supported", List.of("public"),
                            "id_token_signing_alg_values_supported", List.of("RS256")));
            server.setExecutor(Executors.newCachedThreadPool(TestIssuer::daemon));
            server.start();
            return uri;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(HttpServer server, String path, Map<String, Object> document) {
        byte[] body = JSON.writeValueAsBytes(document);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "test-issuer");
        thread.setDaemon(true);
        return thread;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> content) {
        return base64(JSON.writeValueAsBytes(content));
    }

    /** Big-endian, without the byte that only holds the sign. */
    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
