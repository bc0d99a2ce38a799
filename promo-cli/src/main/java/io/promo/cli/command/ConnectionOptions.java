package io.promo.cli.command;

import io.promo.cli.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to talk to, and as whom. */
final class ConnectionOptions {

    @Option(names = "--as", paramLabel = "NAME", description = "Use the stored login of this user (PROMO_USERNAME).")
    @Nullable
    String as;

    @Option(names = "--calendar-url", paramLabel = "URL", description = "Where calendar-api is (PROMO_CALENDAR_URL).")
    @Nullable
    String calendarUrl;

    @Option(names = "--dispatch-url", paramLabel = "URL", description = "Where batch-dispatch is (PROMO_DISPATCH_URL).")
    @Nullable
    String dispatchUrl;

    @Option(names = "--inbox-url", paramLabel = "URL", description = "Where inbox-api is (PROMO_INBOX_URL).")
    @Nullable
    String inboxUrl;

    @Option(
            names = "--issuer-url",
            paramLabel = "URL",
            description = "The identity provider's realm (PROMO_ISSUER_URL).")
    @Nullable
    String issuerUrl;

    Map<Setting, String> flags() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        put(flags, Setting.USERNAME, as);
        put(flags, Setting.CALENDAR_URL, calendarUrl);
        put(flags, Setting.DISPATCH_URL, dispatchUrl);
        put(flags, Setting.INBOX_URL, inboxUrl);
        put(flags, Setting.ISSUER_URL, issuerUrl);
        return flags;
    }

    private static void put(Map<Setting, String> flags, Setting setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting, value);
        }
    }
}
