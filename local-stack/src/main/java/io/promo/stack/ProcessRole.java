package io.promo.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/** What a process of the stack is for. Servers are started before services and stopped after them. */
public enum ProcessRole {
    POSTGRES,
    KAFKA,
    KEYCLOAK,
    CALENDAR_API,
    MANAGER,
    WORKER,
    INBOX_API;

    /** The name in JSON and for people, e.g. {@code calendar-api}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isServer() {
        return this == POSTGRES || this == KAFKA || this == KEYCLOAK;
    }

    /** Asks it to end in good order. PostgreSQL would wait for its clients to leave after SIGTERM. */
    String stopSignal() {
        return this == POSTGRES ? "INT" : "TERM";
    }

    /** How long it may take to end before it is killed. */
    Duration stopPatience() {
        return Duration.ofSeconds(isServer() ? 30 : 20);
    }
}
