package io.promo.inbox.message;

import io.promo.http.Refusal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors as clients see them: a {@link Position} and 16 bytes of HMAC-SHA-256 over it and its owner, in base64url. One
 * made for another user, or changed by a single bit, is refused.
 */
final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int POSITION_BYTES = Integer.BYTES + 2 * Long.BYTES;

    private final Supplier<byte[]> key;

    /** @param key the secret all instances share, at least 32 bytes */
    Cursors(Supplier<byte[]> key) {
        this.key = key;
    }

    String write(UUID owner, Position position) {
        byte[] plain = ByteBuffer.allocate(POSITION_BYTES)
                .putInt(Math.toIntExact(position.dispatchDate().toEpochDay()))
                .putLong(position.eventId().getMostSignificantBits())
                .putLong(position.eventId().getLeastSignificantBits())
                .array();
        byte[] signed = ByteBuffer.allocate(POSITION_BYTES + SIGNATURE_BYTES)
                .put(plain)
                .put(signature(owner, plain))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @throws Refusal 400 when this service did not write the cursor for this owner */
    Position read(UUID owner, String cursor) {
        try {
            ByteBuffer signed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            byte[] plain = new byte[POSITION_BYTES];
            byte[] signature = new byte[SIGNATURE_BYTES];
            signed.get(plain).get(signature);
            // Encoding anew also refuses trailing bytes and the spare bits of base64.
            Position position = position(plain);
            if (MessageDigest.isEqual(signature, signature(owner, plain))
                    && write(owner, position).equals(cursor)) {
                return position;
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw refused();
        }
        throw refused();
    }

    private static Position position(byte[] plain) {
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        LocalDate date = LocalDate.ofEpochDay(buffer.getInt());
        return new Position(date, new UUID(buffer.getLong(), buffer.getLong()));
    }

    private byte[] signature(UUID owner, byte[] plain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(owner.getMostSignificantBits())
                    .putLong(owner.getLeastSignificantBits())
                    .flip());
            return Arrays.copyOf(mac.doFinal(plain), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static Refusal refused() {
        return Refusal.badField(
                "bad-cursor", "cursor", "is not one this service gave you; start again without a cursor");
    }
}
