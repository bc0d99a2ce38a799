package io.promo.dispatch.run;

import io.promo.http.stream.LiveStreams;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How many may watch runs. */
@Configuration(proxyBeanMethods = false)
@Profile("manager")
class ProgressConfiguration {

    /** Streams one person may hold open here: a page follows two runs at most, and a browser opens six connections. */
    private static final int PER_CALLER = 8;

    /** Staff are few. Each takes some 150 kB of the heap, its connection included, when nothing is read from it. */
    private static final int MOST = 100;

    @Bean
    LiveStreams<UUID> watchers() {
        return new LiveStreams<>(MOST, PER_CALLER);
    }

    @Bean
    RunProgress runProgress(RunViews views, LiveStreams<UUID> watchers) {
        return new RunProgress(views::of, watchers);
    }
}
