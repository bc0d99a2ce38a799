package io.promo.sql;

import java.util.Locale;
import java.util.Set;

/** The three databases, and which service roles may connect to each. */
public enum Database {
    CALENDAR(Set.of(Role.CALENDAR), Set.of()),
    DISPATCH(Set.of(Role.DISPATCH), Set.of(Role.DISPATCH)),
    INBOX(Set.of(Role.INBOX, Role.MANAGER, Role.WORKER), Set.of(Role.WORKER));

    private final Set<Role> services;
    private final Set<Role> copiers;

    Database(Set<Role> services, Set<Role> copiers) {
        this.services = services;
        this.copiers = copiers;
    }

    /** The name in PostgreSQL, also the folder of its migrations, e.g. {@code calendar}. */
    public String databaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles that may connect, beside the owner. */
    public Set<Role> services() {
        return services;
    }

    /** The roles among {@link #services()} that load rows through temporary tables. */
    Set<Role> copiers() {
        return copiers;
    }
}
