package io.promo.stack;

/** Where people and programs reach the stack. The page, {@code ui}, comes from calendar-api. */
public record Urls(String ui, String keycloak, String calendar, String dispatch, String inbox) {

    static Urls of(Ports ports) {
        return new Urls(
                local(ports.calendar()),
                local(ports.keycloak()),
                local(ports.calendar()),
                local(ports.dispatch()),
                local(ports.inbox()));
    }

    static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
