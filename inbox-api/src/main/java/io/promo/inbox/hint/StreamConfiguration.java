package io.promo.inbox.hint;

import io.promo.http.stream.LiveStreams;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many browsers may listen. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    /** Streams one customer may hold open here: some devices, some tabs. */
    static final int PER_CUSTOMER = 8;

    /** What one takes of the heap, its connection included: measured 67,000 by {@code promo bench stream}. */
    private static final long BYTES_PER_STREAM = 80_000;

    /** What all else takes. */
    private static final long BYTES_FOR_THE_REST = 256_000_000;

    /** Customers' streams, each about the customer's own inbox. */
    @Bean
    LiveStreams<UUID> streams() {
        long room = (Runtime.getRuntime().maxMemory() - BYTES_FOR_THE_REST) / BYTES_PER_STREAM;
        return new LiveStreams<>(Math.max(1, room), PER_CUSTOMER);
    }
}
