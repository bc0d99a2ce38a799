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
     * @param usualRps the same answers per second by the usual service over HTTP
     * @param cpuMsPerRequest CPU milliseconds of inbox-api for a request of the closed loop over HTTP
     * @param sqlCpuMsPerRequest those of PostgreSQL for the same request
     * @param p50Ms median latency over HTTP by the closed loop
     * @param p99Ms its 99th percentile
     * @param p99MsHalfLoad the same at half of {@code httpRps}
     */
    @JsonPropertyOrder({
        "httpRps",
        "sqlRps",
        "ratio",
        "usualRps",
        "cpuMsPerRequest",
        "sqlCpuMsPerRequest",
        "p50Ms",
        "p99Ms",
        "p99MsHalfLoad"
    })
    record Figures(
            long httpRps,
            long sqlRps,
            double ratio,
            long usualRps,
            double cpuMsPerRequest,
            double sqlCpuMsPerRequest,
            double p50Ms,
            double p99Ms,
            double p99MsHalfLoad) {

        static Figures of(Measured http, Latencies sql, Latencies usual, Latencies halfLoad) {
            return new Figures(
                    Math.round(http.latencies().perSecond()),
                    Math.round(sql.perSecond()),
                    rounded(http.latencies().perSecond() / sql.perSecond(), 100),
                    Math.round(usual.perSecond()),
                    rounded(http.serviceCpuMs(), 1_000),
                    rounded(http.databaseCpuMs(), 1_000),
                    rounded(http.latencies().percentileMs(50), 100),
                    rounded(http.latencies().percentileMs(99), 100),
                    rounded(halfLoad.percentileMs(99), 100));
        }

        private static double rounded(double value, int parts) {
            return (double) Math.round(value * parts) / parts;
        }
    }
}
