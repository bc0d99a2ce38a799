package io.promo.cli.settings;

import org.jspecify.annotations.Nullable;

/** What can be set from outside, least surprising first: flag, environment variable, file, local stack, default. */
public enum Setting {
    CALENDAR_URL("PROMO_CALENDAR_URL", "urls.calendar", "http://127.0.0.1:18081"),
    DISPATCH_URL("PROMO_DISPATCH_URL", "urls.dispatch", "http://127.0.0.1:18082"),
    INBOX_URL("PROMO_INBOX_URL", "urls.inbox", "http://127.0.0.1:18083"),
    /** The realm's own URL, as tokens name it. */
    ISSUER_URL("PROMO_ISSUER_URL", "urls.issuer", "http://127.0.0.1:18180/realms/promo"),
    CLIENT_ID("PROMO_CLIENT_ID", "clientId", "promo-cli"),
    /** Whose stored login to use. */
    USERNAME("PROMO_USERNAME", "username", null);

    private final String variable;
    private final String path;
    private final @Nullable String fallback;

    Setting(String variable, String path, @Nullable String fallback) {
        this.variable = variable;
        this.path = path;
        this.fallback = fallback;
    }

    /** The environment variable. */
    public String variable() {
        return variable;
    }

    String path() {
        return path;
    }

    @Nullable
    String fallback() {
        return fallback;
    }
}
