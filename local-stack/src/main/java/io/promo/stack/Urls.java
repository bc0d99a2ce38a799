package io.promo.stack;

import org.jspecify.annotations.Nullable;

/** Where people and programs reach the stack. {@code ui} is null as long as there is none. */
public record Urls(@Nullable String ui, String keycloak, String calendar, String dispatch, String inbox) {

    static Urls of(Ports ports) {
        return new Urls(
                null, local(ports.keycloak()), local(ports.calendar()), local(ports.dispatch()), local(ports.inbox()));
    }

    static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
