package io.promo.inbox.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
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
        byte[] body = json.writeValueAsBytes(content);
        return ResponseEntity.ok()
                .cacheControl(EACH_TIME)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag(body))
                .body(body);
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
