package io.promo.calendar.page;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where browsers reach the services; never what this process itself connects to.
 *
 * @param calendarUrl empty: where the page came from
 * @param dispatchUrl of the dispatch manager; empty: where the page came from
 * @param inboxUrl of inbox-api; empty: where the page came from
 */
@ConfigurationProperties("promo.ui")
record UiSettings(String calendarUrl, String dispatchUrl, String inboxUrl) {

    /** As a Content-Security-Policy wants them: every origin the page talks to besides its own, with spaces between. */
    String origins(String issuer) {
        return Stream.of(calendarUrl, dispatchUrl, inboxUrl, issuer)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url).resolve("/").toString().replaceAll("/$", ""))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
