package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Customers.Range;

/**
 * One event's messages of a range of customers, in SQL: the one place in this package that knows what a row of {@code
 * inbox_message} is made of.
 *
 * @param range whose
 * @param deliveryId by which they came
 */
record MessageSql(Range range, long deliveryId) {

    /** What the platform writes, too; the rest of a message has defaults. */
    private static final String COLUMNS = "delivery_id, user_id, template_no, params";

    static final String COPY_IN = "COPY inbox_message (" + COLUMNS + ") FROM STDIN (FORMAT binary)";

    /** COPY out of the customers, as {@link #COPY_IN} takes it. */
    String copyOut() {
        return "COPY (" + select("customer") + ") TO STDOUT (FORMAT binary)";
    }

    /** From a table of customers that is beside the messages. */
    String insert(String customers) {
        return "INSERT INTO inbox_message (" + COLUMNS + ") " + select(customers) + " ON CONFLICT DO NOTHING";
    }

    private String select(String customers) {
        return """
                SELECT %d::bigint, user_id, 1, display_name FROM %s
                WHERE NOT unsubscribed AND user_id BETWEEN '%s' AND '%s' ORDER BY user_id
                """.formatted(deliveryId, customers, range.first(), range.last());
    }
}
