package io.promo.stack.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An access token as Keycloak would give it, signed by {@link TestIssuer}.
 *
 * @param subject the claim {@code sub}: the user's id
 * @param username the claim {@code preferred_username}
 * @param roles the claim {@code roles}
 * @param audiences the claim {@code aud}
 * @param expiresAt the claim {@code exp}, to the second
 */
public record TestToken(UUID subject, String username, List<String> roles, List<String> audiences, Instant expiresAt) {

    /** For all three services, of a user named like its one role, valid for five minutes. */
    public static TestToken of(String role) {
        return new TestToken(
                UUID.nameUUIDFromBytes(role.getBytes(StandardCharsets.UTF_8)),
                role,
                List.of(role),
                List.of("calendar-api", "batch-dispatch", "inbox-api"),
                Instant.now().plusSeconds(300));
    }

    /** The same for another user. */
    public TestToken subject(UUID other) {
        return new TestToken(other, username, roles, audiences, expiresAt);
    }

    /** The same with other roles; none are possible. */
    public TestToken roles(String... others) {
        return new TestToken(subject, username, List.of(others), audiences, expiresAt);
    }

    /** The same for other audiences; none are possible. */
    public TestToken audience(String... others) {
        return new TestToken(subject, username, roles, List.of(others), expiresAt);
    }

    /** The same, but ended longer ago than any clock skew would forgive. */
    public TestToken expired() {
        return new TestToken(subject, username, roles, audiences, Instant.now().minusSeconds(3600));
    }

    /** Signed and in the compact form, for an {@code Authorization} header after {@code Bearer}. */
    public String value() {
        return TestIssuer.sign(this);
    }

    /** The whole value of an {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + value();
    }

    /** As {@link #bearer()}, but signed with a key that the issuer does not publish. */
    public String forged() {
        return "Bearer " + TestIssuer.forge(this);
    }
}
