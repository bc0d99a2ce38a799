package io.promo.cli.http;

import io.promo.cli.settings.Setting;

/** The services there are to talk to. */
public enum Service {
    CALENDAR("calendar-api", Setting.CALENDAR_URL),
    DISPATCH("batch-dispatch", Setting.DISPATCH_URL),
    INBOX("inbox-api", Setting.INBOX_URL);

    private final String title;
    private final Setting url;

    Service(String title, Setting url) {
        this.title = title;
        this.url = url;
    }

    /** Its name as processes and tokens carry it. */
    public String title() {
        return title;
    }

    Setting url() {
        return url;
    }
}
