package io.promo.calendar.page;

/**
 * What the page must know before anybody has signed in.
 *
 * @param issuer the realm's URL
 * @param adminClientId the client that staff sign in with
 * @param shopClientId the client that customers sign in with
 * @param calendarUrl empty: where the page came from; so with the other two
 * @param dispatchUrl of the dispatch manager
 * @param inboxUrl of inbox-api
 */
record UiConfig(
        String issuer,
        String adminClientId,
        String shopClientId,
        String calendarUrl,
        String dispatchUrl,
        String inboxUrl) {}
