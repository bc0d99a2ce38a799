package io.promo.inbox.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts that clients keep for us: the text and 16 bytes of HMAC-SHA-256 over it, its owner and what it is for, in base64url.
 * One made for another user or another purpose, or changed by a single bit, is none of ours.
 */
final class SignedText {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final Supplier<byte[]> key;

    /** @param key the secret all instances share, at least 32 bytes */
    SignedText(Supplier<byte[]> key) {
        this.key = key;
    }

    String write(UUID owner, String purpose, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] signed = ByteBuffer.allocate(SIGNATURE_BYTES + plain.length)
                .put(signature(owner, purpose, plain))
                .put(plain)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The text; empty when this service did not write it for this owner and purpose. */
    Optional<String> read(UUID owner, String purpose, String written) {
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length < SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] signature = Arrays.copyOf(signed, SIGNATURE_BYTES);
        byte[] plain = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        String text = new String(plain, StandardCharsets.UTF_8);
        // Encoding anew also refuses the spare bits of base64.
        return MessageDigest.isEqual(signature, signature(owner, purpose, plain))
                        && write(owner, purpose, text).equals(written)
                ? Optional.of(text)
                : Optional.empty();
    }

    private byte[] signature(UUID owner, String purpose, byte[] plain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(owner.getMostSignificantBits())
                    .putLong(owner.getLeastSignificantBits())
                    .flip());
            mac.update((purpose + " ").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(plain), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
