package io.promo.inbox.partition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partitions of inbox_message. Functions of the database do what needs the owner's rights. */
@Repository
class Partitions {

    /** Served by the unique key of delivery and the primary key of partition_vacuum_due. */
    private static final String VACUUM_DUE = """
            INSERT INTO partition_vacuum_due (name)
            SELECT p.name FROM inbox_partition p JOIN delivery d
                ON d.delivery_id >= delivery_number(p.from_date) AND d.delivery_id < delivery_number(p.to_date)
            WHERE d.event_id = :event AND d.dispatch_date = :date
            ON CONFLICT (name) DO UPDATE SET due_since = clock_timestamp()""";

    private final JdbcClient jdbc;

    /** A partition that has taken in a run since it was last vacuumed. */
    record DueVacuum(String name, OffsetDateTime dueSince) {}

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure of a partition for each day from today, in UTC, to the given number of days ahead. */
    void ensureAhead(int days) {
        jdbc.sql(
                        "SELECT ensure_inbox_partition((now() AT TIME ZONE 'UTC')::date + n) FROM generate_series(0, :days) AS n")
                .param("days", days)
                .query(String.class)
                .list();
    }

    /**
     * Drops the oldest partition of which nothing is kept; empty when there is none.
     *
     * @throws org.springframework.jdbc.UncategorizedSQLException with state 55P03 when readers or writers keep it from a
     *     short lock
     */
    Optional<String> dropExpired() {
        return jdbc.sql("SELECT drop_expired_inbox_partition()")
                .query(String.class)
                .optional();
    }

    /** Remembers that the partition of that delivery has taken in a run. */
    void vacuumIsDue(UUID event, LocalDate date) {
        jdbc.sql(VACUUM_DUE).param("event", event).param("date", date).update();
    }

    /** Which vacuums are due, longest waiting first. */
    List<DueVacuum> dueVacuums() {
        return jdbc.sql(
                        "SELECT name, due_since FROM partition_vacuum_due JOIN inbox_partition USING (name) ORDER BY due_since")
                .query(DueVacuum.class)
                .list();
    }

    /**
     * Vacuums the partition, so that unread counts need not look at the table; then forgets that it was due, unless
     * another run has ended meanwhile. Not in a transaction: VACUUM refuses to run in one.
     */
    void vacuum(DueVacuum due) {
        jdbc.sql("VACUUM (ANALYZE) \"" + due.name() + "\"").update();
        jdbc.sql("DELETE FROM partition_vacuum_due WHERE name = :name AND due_since = :since")
                .param("name", due.name())
                .param("since", due.dueSince())
                .update();
    }
}
