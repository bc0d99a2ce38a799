package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Customers.Range;
import java.util.UUID;

/**
 * One event's messages of a range of customers, in SQL: the one place in this package that knows what a row of {@code
 * message} is made of.
 *
 * @param range whose
 * @param date the dispatch date, as ISO 8601 writes it
 */
record MessageSql(Range range, UUID eventId, String date, UUID templateId) {

    /** What the platform writes, too; the rest of a message has defaults. */
    private static final String COLUMNS = "message_id, user_id, event_id, dispatch_date, template_id, params";

    static final String COPY_IN = "COPY message (" + COLUMNS + ") FROM STDIN (FORMAT binary)";

    /** COPY out of the customers, as {@link #COPY_IN} takes it. */
    String copyOut() {
        return "COPY (" + select("customer") + ") TO STDOUT (FORMAT binary)";
    }

    /** From a table of customers that is beside the messages. */
    String insert(String customers) {
        return "INSERT INTO message (" + COLUMNS + ") " + select(customers) + " ON CONFLICT DO NOTHING";
    }

    private String select(String customers) {
        return """
                SELECT uuidv7(), user_id, '%s'::uuid, '%s'::date, '%s'::uuid, ARRAY[display_name] FROM %s
                WHERE NOT unsubscribed AND user_id BETWEEN '%s' AND '%s' ORDER BY user_id
                """.formatted(eventId, date, templateId, customers, range.first(), range.last());
    }
}
