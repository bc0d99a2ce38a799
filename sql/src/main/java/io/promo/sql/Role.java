package io.promo.sql;

import java.util.Locale;

/** The login roles of the cluster. {@link #OWNER} owns the databases and runs migrations; the others have no DDL. */
public enum Role {
    OWNER,
    CALENDAR,
    DISPATCH,
    MANAGER,
    WORKER,
    INBOX;

    /** The name in PostgreSQL, e.g. {@code promo_owner}. */
    public String userName() {
        return "promo_" + name().toLowerCase(Locale.ROOT);
    }
}
