package io.promo.bench.inbox;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What was measured, as {@code -o json} prints it.
 *
 * @param messages how many there were
 * @param list GET of the first page of a customer's messages
 * @param unreadCount GET of the badge
 * @param settings of the PostgreSQL server, the machine, and the load
 */
@JsonPropertyOrder({"messages", "list", "unreadCount", "settings"})
record Report(long messages, Figures list, Figures unreadCount, Map<String, String> settings) {

    /**
     * Of one request.
     *
     * @param httpRps requests per second over HTTP by the closed loop
     * @param sqlRps the same answers per second by SQL alone
     * @param ratio of the first to the second
     * @param p50Ms median latency over HTTP by the closed loop
     * @param p99Ms its 99th percentile
     * @param p99MsHalfLoad the same at half of {@code httpRps}
     */
    @JsonPropertyOrder({"httpRps", "sqlRps", "ratio", "p50Ms", "p99Ms", "p99MsHalfLoad"})
    record Figures(long httpRps, long sqlRps, double ratio, double p50Ms, double p99Ms, double p99MsHalfLoad) {

        static Figures of(Latencies http, Latencies sql, Latencies halfLoad) {
            return new Figures(
                    Math.round(http.perSecond()),
                    Math.round(sql.perSecond()),
                    hundredths(http.perSecond() / sql.perSecond()),
                    hundredths(http.percentileMs(50)),
                    hundredths(http.percentileMs(99)),
                    hundredths(halfLoad.percentileMs(99)));
        }

        private static double hundredths(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }
}
