package io.promo.inbox.partition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partitions of the message table. Functions of the database do what needs the owner's rights. */
@Repository
class Partitions {

    /** Served by the primary key of vacuum_due. */
    private static final String VACUUM_DUE = """
            INSERT INTO vacuum_due (dispatch_date) VALUES (:date)
            ON CONFLICT (dispatch_date) DO UPDATE SET due_since = clock_timestamp()""";

    private final JdbcClient jdbc;

    /** A partition that has taken in a run since it was last vacuumed. */
    record DueVacuum(LocalDate dispatchDate, OffsetDateTime dueSince) {}

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure of a partition for each date from yesterday, for zones west of UTC, to the given number of days ahead. */
    void ensureAhead(int days) {
        jdbc.sql("SELECT ensure_partition((now() AT TIME ZONE 'UTC')::date + n) FROM generate_series(-1, :days) AS n")
                .param("days", days)
                .query(String.class)
                .list();
    }

    /**
     * Drops the oldest partition of which no date is kept; empty when there is none.
     *
     * @throws org.springframework.jdbc.UncategorizedSQLException with state 55P03 when readers or writers keep it from a
     *     short lock
     */
    Optional<String> dropExpired() {
        return jdbc.sql("SELECT drop_expired_partition()").query(String.class).optional();
    }

    /** Remembers that the date's partition has taken in a run. */
    void vacuumIsDue(LocalDate date) {
        jdbc.sql(VACUUM_DUE).param("date", date).update();
    }

    /** Which vacuums are due, longest waiting first. */
    List<DueVacuum> dueVacuums() {
        return jdbc.sql("SELECT dispatch_date, due_since FROM vacuum_due ORDER BY due_since")
                .query(DueVacuum.class)
                .list();
    }

    /**
     * Vacuums the date's partition, so that unread counts need not look at the table; then forgets that it was due, unless
     * another run has ended meanwhile. Not in a transaction: VACUUM refuses to run in one.
     *
     * @return the partition's name; empty when it was dropped in between
     */
    Optional<String> vacuum(DueVacuum due) {
        Optional<String> partition = jdbc.sql(
                        "SELECT name FROM message_partition WHERE :date >= from_date AND :date < to_date")
                .param("date", due.dispatchDate())
                .query(String.class)
                .optional();
        partition.ifPresent(
                name -> jdbc.sql("VACUUM (ANALYZE) \"" + name + "\"").update());
        jdbc.sql("DELETE FROM vacuum_due WHERE dispatch_date = :date AND due_since = :since")
                .param("date", due.dispatchDate())
                .param("since", due.dueSince())
                .update();
        return partition;
    }
}
