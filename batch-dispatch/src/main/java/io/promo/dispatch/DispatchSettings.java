package io.promo.dispatch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code promo.dispatch.*}
 *
 * @param partitionSize customers per partition, about
 * @param pageSize rows per chunk at most
 * @param workerThreads partitions a worker executes at once
 * @param maxConcurrentRuns runs under way at once; more wait as DUE
 */
@ConfigurationProperties("promo.dispatch")
public record DispatchSettings(
        @DefaultValue("50000") int partitionSize,
        @DefaultValue("10000") int pageSize,
        @DefaultValue("2") int workerThreads,
        @DefaultValue("8") int maxConcurrentRuns) {}
