package io.promo.inbox.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes answers that a browser keeps and asks for again each time: mostly a 304 then, which costs a query but no bytes. The
 * ETag is a digest of the bytes themselves, so that it changes with whatever can be seen, and they are written once: Spring's
 * filter buffers an answer a second time.
 */
@Component
public final class Revalidated {

    private static final CacheControl EACH_TIME =
            CacheControl.maxAge(Duration.ZERO).cachePrivate();
    private static final int TAG_BYTES = 18;

    private final JsonMapper json;

    Revalidated(JsonMapper json) {
        this.json = json;
    }

    /** 200 with the content as JSON; Spring makes it a 304 for who has it already. */
    public ResponseEntity<byte[]> answer(Object content) {
        return answer(content, null);
    }

    /**
     * As {@link #answer(Object)}, for content whose last field changes although nothing that can be seen has changed, so that
     * who has an older one of it needs no other.
     *
     * @param last the text of the last field, in ASCII without anything that JSON escapes; null: there is none
     */
    public ResponseEntity<byte[]> answer(Object content, @Nullable String last) {
        byte[] body = json.writeValueAsBytes(content);
        byte[] end = last == null ? new byte[0] : (last + "\"}").getBytes(StandardCharsets.US_ASCII);
        int seen = body.length - end.length;
        if (seen < 0 || !Arrays.equals(body, seen, body.length, end, 0, end.length)) {
            throw new IllegalStateException("it is not the last field of " + content.getClass());
        }
        return ResponseEntity.ok()
                .cacheControl(EACH_TIME)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag((last == null ? "" : "W/") + tag(body, seen))
                .body(body);
    }

    private static String tag(byte[] body, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(body, 0, length);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sha.digest(), TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
