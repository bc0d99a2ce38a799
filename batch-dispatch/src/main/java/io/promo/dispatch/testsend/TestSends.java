package io.promo.dispatch.testsend;

import io.promo.events.promotion.TestSendRequested;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of tests: what came of each. */
@Repository
class TestSends {

    /** Served by the primary key. */
    private static final String INSERT = """
            INSERT INTO test_send (test_id, event_id, user_id, state, status, detail, message)
            VALUES (:testId, :eventId, :userId, :state, :status, :detail, :message::jsonb)
            """;

    /** Served by the primary key. */
    private static final String FIND = """
            SELECT test_id, event_id, at, state, status, detail, message FROM test_send
            WHERE test_id = ? AND at > now() - interval '1 day'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TestSends(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(TestSendRequested request, TestMessage message) {
        insert(
                request,
                message.userId(),
                request.dryRun() ? TestSendState.REHEARSED : TestSendState.SENT,
                null,
                null,
                message);
    }

    void keep(TestSendRequested request, HttpStatus status, String detail) {
        insert(request, null, TestSendState.REFUSED, status.value(), detail, null);
    }

    /** What came of the test; empty when there is no word of it yet, or not any more: after a day, cleaned up or not. */
    Optional<TestSendOutcome> find(UUID testId) {
        return jdbc.sql(FIND)
                .param(testId)
                .query((row, number) -> new TestSendOutcome(
                        row.getObject("test_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        TestSendState.valueOf(row.getString("state")),
                        row.getObject("status", Integer.class),
                        row.getString("detail"),
                        message(row.getString("message"))))
                .optional();
    }

    /** Now, by the database's clock. */
    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void insert(
            TestSendRequested request,
            @Nullable UUID userId,
            TestSendState state,
            @Nullable Integer status,
            @Nullable String detail,
            @Nullable TestMessage message) {
        jdbc.sql(INSERT)
                .param("testId", request.testId())
                .param("eventId", request.eventId())
                .param("userId", userId, Types.OTHER)
                .param("state", state.name())
                .param("status", status, Types.INTEGER)
                .param("detail", detail, Types.VARCHAR)
                .param("message", message == null ? null : json.writeValueAsString(message), Types.VARCHAR)
                .update();
    }

    private @Nullable TestMessage message(@Nullable String text) {
        return text == null ? null : json.readValue(text, TestMessage.class);
    }
}
