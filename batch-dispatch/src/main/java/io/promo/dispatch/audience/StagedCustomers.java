package io.promo.dispatch.audience;

import io.promo.dispatch.audience.ImportReport.Reject;
import io.promo.http.RequestPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers on their way in: a temporary table that lives as long as the transaction. */
@Repository
class StagedCustomers {

    /** What became of the staged lines. */
    record Merged(long inserted, long updated) {}

    /** Lines the database refuses: how many, and the first of them. */
    record Refused(long count, List<Reject> first) {}

    private record Refusal(long total, Reject reject) {}

    private static final String CREATE = """
            CREATE TEMPORARY TABLE staged_customer (
                line bigint, user_id uuid, display_name text, email text, country text, locale text, time_zone text,
                segments text, unsubscribed boolean
            ) ON COMMIT DROP""";

    /** Whom the merge unsubscribes of whom inbox-api has not said that it knows. */
    private static final String CREATE_UNSUBSCRIBED =
            "CREATE TEMPORARY TABLE newly_unsubscribed (user_id uuid PRIMARY KEY) ON COMMIT DROP";

    private static final String COPY = "COPY staged_customer FROM STDIN";

    /** Reads the whole temporary table; forgotten customers by their primary key. */
    private static final String REFUSE = """
            WITH judged AS (
                SELECT s.line, f.user_id IS NOT NULL AS forgotten,
                       min(s.line) OVER (PARTITION BY s.user_id) AS first_line
                FROM staged_customer s LEFT JOIN forgotten_customer f USING (user_id)
            ), refused AS (
                DELETE FROM staged_customer s
                USING (SELECT * FROM judged WHERE forgotten OR line > first_line) j
                WHERE s.line = j.line
                RETURNING j.line, j.forgotten, j.first_line
            )
            SELECT line, forgotten, first_line, count(*) OVER () AS total FROM refused ORDER BY line LIMIT :max
            """;

    /**
     * Joins on the primary keys of customer and preference. What inbox-api said last stands in preference, be it the
     * customer's own word or an import that it has taken over; so it need not be told again. A row
     * that says what is known already is not touched, so changed_at means what it says. A file unsubscribes and never
     * subscribes: that is for the customer alone.
     */
    private static final String MERGE = """
            WITH resolved AS (
                SELECT s.user_id, s.display_name,
                       nullif(coalesce(s.email, c.email), '') AS email,
                       coalesce(s.country, c.country, '') AS country,
                       coalesce(s.locale, c.locale, '') AS locale,
                       coalesce(s.time_zone, c.time_zone, 'UTC') AS time_zone,
                       coalesce(string_to_array(s.segments, '|'), c.segments, '{}') AS segments,
                       coalesce(p.unsubscribed, false) OR coalesce(c.unsubscribed, false)
                           OR coalesce(s.unsubscribed, false) AS unsubscribed,
                       coalesce(p.unsubscribed, false) AS owner_knows
                FROM staged_customer s
                LEFT JOIN customer c USING (user_id)
                LEFT JOIN preference p USING (user_id)
            ), merged AS (
                MERGE INTO customer c USING resolved r ON c.user_id = r.user_id
                WHEN MATCHED AND (c.display_name, c.email, c.country, c.locale, c.time_zone, c.segments, c.unsubscribed)
                     IS DISTINCT FROM (r.display_name, r.email, r.country, r.locale, r.time_zone, r.segments, r.unsubscribed)
                THEN UPDATE SET display_name = r.display_name, email = r.email, country = r.country, locale = r.locale,
                     time_zone = r.time_zone, segments = r.segments, unsubscribed = r.unsubscribed,
                     changed_at = statement_timestamp(),
                     unsubscribed_at = CASE WHEN NOT r.unsubscribed THEN NULL
                                            WHEN c.unsubscribed THEN c.unsubscribed_at
                                            ELSE statement_timestamp() END,
                     unsubscribed_by = CASE WHEN c.unsubscribed THEN c.unsubscribed_by
                                            WHEN r.unsubscribed AND NOT r.owner_knows THEN :importedBy END,
                     import_unconfirmed = c.import_unconfirmed OR r.unsubscribed AND NOT c.unsubscribed AND NOT r.owner_knows
                WHEN NOT MATCHED THEN INSERT (user_id, display_name, email, country, locale, time_zone, segments,
                                              unsubscribed, imported_at, changed_at, unsubscribed_at, unsubscribed_by,
                                              import_unconfirmed)
                VALUES (r.user_id, r.display_name, r.email, r.country, r.locale, r.time_zone, r.segments,
                        r.unsubscribed, statement_timestamp(), statement_timestamp(),
                        CASE WHEN r.unsubscribed THEN statement_timestamp() END,
                        CASE WHEN r.unsubscribed AND NOT r.owner_knows THEN :importedBy END,
                        r.unsubscribed AND NOT r.owner_knows)
                RETURNING merge_action() AS action, new.user_id,
                          new.unsubscribed AND old.unsubscribed IS NOT TRUE AND NOT r.owner_knows AS newly_unsubscribed
            ), kept AS (
                INSERT INTO newly_unsubscribed SELECT user_id FROM merged WHERE newly_unsubscribed
            )
            SELECT count(*) FILTER (WHERE action = 'INSERT') AS inserted,
                   count(*) FILTER (WHERE action = 'UPDATE') AS updated
            FROM merged
            """;

    private static final int FLUSH_AT = 1 << 16;
    /** How long each statement of an import may take, and wait for another import. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    StagedCustomers(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * Copies the file's valid lines into the temporary table; returns how many.
     *
     * @param rejects is told of the others
     */
    long stage(InputStream csv, Consumer<Reject> rejects) throws IOException {
        CustomerCsv customers = new CustomerCsv(csv);
        RequestPool.allow(jdbc, AT_MOST);
        jdbc.sql(CREATE).update();
        jdbc.sql(CREATE_UNSUBSCRIBED).update();
        try {
            Long staged = template.execute((ConnectionCallback<Long>) connection -> {
                try {
                    return copy(connection, customers, rejects);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            // The merge joins the table; without figures the planner takes it for small.
            jdbc.sql("ANALYZE staged_customer").update();
            return staged == null ? 0 : staged;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes repeated lines and lines of forgotten customers out again. */
    Refused refuse() {
        List<Refusal> refusals = jdbc.sql(REFUSE)
                .param("max", ImportReport.MAX_REJECTS)
                .query((row, number) -> new Refusal(
                        row.getLong("total"),
                        new Reject(
                                row.getLong("line"),
                                row.getBoolean("forgotten")
                                        ? "user_id: this customer was forgotten on request and is not taken in again"
                                        : "user_id: repeats line " + row.getLong("first_line") + ", which stands")))
                .list();
        return new Refused(
                refusals.isEmpty() ? 0 : refusals.get(0).total(),
                refusals.stream().map(Refusal::reject).toList());
    }

    /**
     * Brings what is staged into the table of customers, in the order of their ids, whatever the file's: a run reads ranges of
     * ids, and reads a row that lies elsewhere than its neighbours six times as slowly. A hash join would bring them in any order.
     *
     * @param importedBy user name of whoever imports it
     */
    Merged merge(String importedBy) {
        jdbc.sql("SET LOCAL enable_hashjoin = off").update();
        return jdbc.sql(MERGE)
                .param("importedBy", importedBy)
                .query(Merged.class)
                .single();
    }

    /** The next ones whom the merge has unsubscribed, by their ids; empty when there are no more. */
    List<UUID> unsubscribed(UUID after, int limit) {
        return jdbc.sql("SELECT user_id FROM newly_unsubscribed WHERE user_id > ? ORDER BY user_id LIMIT ?")
                .params(after, limit)
                .query(UUID.class)
                .list();
    }

    private static long copy(Connection connection, CustomerCsv customers, Consumer<Reject> rejects)
            throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            StringBuilder rows = new StringBuilder();
            long staged = 0;
            while (customers.next()) {
                try {
                    append(rows, customers.customer());
                    staged++;
                } catch (RejectedLineException e) {
                    rejects.accept(new Reject(customers.line(), String.valueOf(e.getMessage())));
                }
                if (rows.length() >= FLUSH_AT) {
                    flush(copy, rows);
                }
            }
            flush(copy, rows);
            copy.endCopy();
            return staged;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private static void append(StringBuilder rows, CustomerLine customer) {
        rows.append(customer.line()).append('\t').append(customer.userId());
        text(rows, customer.name());
        text(rows, customer.email());
        text(rows, customer.country());
        text(rows, customer.locale());
        text(rows, customer.timeZone());
        text(rows, customer.segments());
        text(
                rows,
                customer.unsubscribed() == null ? null : customer.unsubscribed().toString());
        rows.append('\n');
    }

    /** COPY's text format; control characters, which it would escape too, were refused. */
    private static void text(StringBuilder rows, @Nullable String value) {
        rows.append('\t').append(value == null ? "\\N" : value.replace("\\", "\\\\"));
    }
}
