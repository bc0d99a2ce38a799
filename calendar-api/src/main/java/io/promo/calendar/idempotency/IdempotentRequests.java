package io.promo.calendar.idempotency;

import io.promo.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code Idempotency-Key} header. The key is written first and in the transaction of the effect: a second request with
 * the same key waits for the first at the primary key, then gets its stored answer. A refusal is not kept, so that a
 * request may be repeated with its key once the reason is gone.
 */
@Component
public class IdempotentRequests {

    private static final int KEPT_DAYS = 7;
    private static final int LONGEST_KEY = 255;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IdempotentRequests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Stored(boolean sameRequest, int status, String headers, String body) {}

    /**
     * What must be the same for the same key, and whose key it is.
     *
     * @param actor keys of different actors are different
     * @param key null: no such promise is asked for
     * @param operation what is done
     * @param content with what
     */
    public record Request(String actor, @Nullable String key, String operation, Object content) {}

    /**
     * Runs the effect, or returns the answer it gave the first time.
     *
     * @param type of the answer's body
     * @throws Refusal 422 when the key was used for another request, 400 when it is too long
     */
    @Transactional
    public <T> ResponseEntity<T> once(Request request, Class<T> type, Supplier<ResponseEntity<T>> effect) {
        String key = request.key();
        if (key == null) {
            return effect.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.badField(
                    "bad-request", "Idempotency-Key", "must have between 1 and " + LONGEST_KEY + " characters");
        }
        byte[] hash = hash(request);
        boolean first = jdbc.sql(
                                "INSERT INTO idempotency_key (actor, key, request_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(request.actor(), key, hash)
                        .update()
                == 1;
        return first ? keep(request.actor(), key, effect.get()) : replay(request.actor(), key, hash, type);
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    public void forgetOld() {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => ?)")
                .param(KEPT_DAYS)
                .update();
    }

    private <T> ResponseEntity<T> keep(String actor, String key, ResponseEntity<T> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        jdbc.sql(
                        "UPDATE idempotency_key SET status = ?, headers = ?::jsonb, body = ?::jsonb WHERE actor = ? AND key = ?")
                .params(answer.getStatusCode().value(), json.writeValueAsString(headers))
                .params(json.writeValueAsString(answer.getBody()), actor, key)
                .update();
        return answer;
    }

    private <T> ResponseEntity<T> replay(String actor, String key, byte[] hash, Class<T> type) {
        Stored stored = jdbc.sql("""
                        SELECT request_hash = ? AS same_request, status, headers::text AS headers, body::text AS body
                        FROM idempotency_key WHERE actor = ? AND key = ?""")
                .params(hash, actor, key)
                .query((row, index) -> new Stored(
                        row.getBoolean("same_request"),
                        row.getInt("status"),
                        row.getString("headers"),
                        row.getString("body")))
                .single();
        if (!stored.sameRequest()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request. Use a new key for a new request.");
        }
        var answer = ResponseEntity.status(stored.status());
        json.readTree(stored.headers())
                .forEachEntry((String name, JsonNode value) -> answer.header(name, value.asString()));
        return answer.body(json.readValue(stored.body(), type));
    }

    private byte[] hash(Request request) {
        try {
            String text = request.operation() + "\n" + json.writeValueAsString(request.content());
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
