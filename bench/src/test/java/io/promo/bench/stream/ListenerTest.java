package io.promo.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private final Listener listener = new Listener();

    @Test
    void shouldRememberTheLastHintAndWhichItWas() {
        List.of(
                        ":open",
                        "retry:1234",
                        "",
                        "event:hint",
                        "data:{\"count\":1,\"hasMore\":false,\"jitterMs\":0}",
                        "",
                        ":heartbeat",
                        "event:hint",
                        "data:{\"count\":100,\"hasMore\":true,\"jitterMs\":20000}")
                .forEach(listener::onNext);

        Listener.Hint last = listener.last();

        assertThat(last).isNotNull();
        assertThat(last.number()).isEqualTo(2);
        assertThat(last.count()).isEqualTo(100);
    }

    @Test
    void shouldTellThatTheStreamHasEndedBeforeAnyHint() throws InterruptedException {
        listener.onNext(":open");
        listener.onComplete();

        listener.awaitBegun();

        assertThat(listener.hasEnded()).isTrue();
        assertThat(listener.last()).isNull();
    }
}
