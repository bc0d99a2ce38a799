package io.promo.bench.dispatch;

import java.io.IOException;
import java.sql.SQLException;

/** A way to bring a message to every subscribed customer. */
interface Contender {

    /** One word, as in the report. */
    String name();

    /** What has to be there before the clock runs. */
    default void prepare() throws SQLException, IOException, InterruptedException {}

    /**
     * Delivers one event to every subscribed customer.
     *
     * @return seconds it took
     */
    double deliver() throws SQLException, IOException, InterruptedException;

    /** Messages there are now, of all its events. */
    long delivered() throws SQLException;

    /** Takes away what it delivered: its table is as new. */
    void empty() throws SQLException, InterruptedException;
}
