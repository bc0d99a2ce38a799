package io.promo.bench.inbox;

/**
 * What a load over HTTP measured.
 *
 * @param serviceCpuMs CPU milliseconds of inbox-api for a request
 * @param databaseCpuMs those of PostgreSQL, all of its processes
 */
record Measured(Latencies latencies, double serviceCpuMs, double databaseCpuMs) {}
