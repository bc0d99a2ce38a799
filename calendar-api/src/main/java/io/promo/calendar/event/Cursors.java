package io.promo.calendar.event;

import io.promo.http.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cursors as clients see them: a position and 16 bytes of HMAC-SHA-256 over it, in base64url. A changed one is refused. */
@Component
class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int POSITION_BYTES = 3 * Long.BYTES;

    private final JdbcClient jdbc;

    Cursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String write(EventPosition position) {
        return signed(ByteBuffer.allocate(POSITION_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.startDatetime()))
                .putLong(position.eventId().getMostSignificantBits())
                .putLong(position.eventId().getLeastSignificantBits())
                .array());
    }

    /** @throws Refusal 400 when this service did not write the cursor, to the last character */
    EventPosition read(String cursor) {
        byte[] plain = Arrays.copyOf(decoded(cursor), POSITION_BYTES);
        if (!MessageDigest.isEqual(bytes(signed(plain)), bytes(cursor))) {
            throw refused();
        }
        ByteBuffer position = ByteBuffer.wrap(plain);
        Instant start = Instant.EPOCH.plus(position.getLong(), ChronoUnit.MICROS);
        return new EventPosition(start, new UUID(position.getLong(), position.getLong()));
    }

    private String signed(byte[] plain) {
        byte[] signed = ByteBuffer.allocate(POSITION_BYTES + SIGNATURE_BYTES)
                .put(plain)
                .put(signature(plain))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature(byte[] plain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(plain), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Made when the database was migrated; every instance signs with the same. */
    private byte[] key() {
        return jdbc.sql("SELECT cursor_key FROM calendar_settings")
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private static Refusal refused() {
        return Refusal.badField(
                "bad-cursor", "cursor", "is not one this service gave you; start again without a cursor");
    }
}
