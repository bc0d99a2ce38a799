package io.promo.http;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall without its regular expression for the header values that nearly all are: printable ASCII, which
 * that expression lets pass. It goes over a token's 1,200 characters each time a filter asks for the header.
 */
final class PlainHeaders {

    private PlainHeaders() {}

    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> isPrintableAscii(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    private static boolean isPrintableAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
