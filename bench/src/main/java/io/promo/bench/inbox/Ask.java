package io.promo.bench.inbox;

import java.io.IOException;
import java.sql.SQLException;

/** One way to get a customer's answer. For use by several threads. */
interface Ask {

    /** Fetches the answer and takes all of it in. */
    void ask(Shopper shopper) throws IOException, InterruptedException, SQLException;
}
