package io.promo.bench.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final List<Shopper> shoppers = IntStream.range(0, 10)
            .mapToObj(n -> new Shopper(UUID.randomUUID(), "token " + n))
            .toList();
    private final Map<Shopper, LongAdder> asked = new ConcurrentHashMap<>();

    @Test
    void shouldAskAsOftenAsThePaceSaysForEachInTurn() throws IOException, InterruptedException {
        Latencies latencies = new Load(shoppers).paced(this::count, 1_000, 1);

        assertThat(latencies.sortedNanos()).hasSize(1_000);
        assertThat(asked.values()).hasSize(10).allMatch(count -> count.sum() == 100);
    }

    @Test
    void shouldCountEachRequestOfAClosedLoop() throws IOException, InterruptedException {
        Latencies latencies = new Load(shoppers)
                .closed(
                        shopper -> {
                            count(shopper);
                            Pace.await(System.nanoTime() + 1_000_000);
                        },
                        1);

        assertThat(asked.values().stream().mapToLong(LongAdder::sum).sum())
                .isPositive()
                .isEqualTo(latencies.sortedNanos().length);
        assertThat(latencies.sortedNanos()).isSorted();
        assertThat(latencies.sortedNanos()[0]).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void shouldEndWithTheFirstRequestThatFails() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Load(shoppers)
                        .paced(
                                shopper -> {
                                    throw new IOException("answered 500");
                                },
                                1_000,
                                1))
                .withMessageContaining("answered 500");
    }

    @Test
    void shouldHaveAsManyClientsAsAreAskedFor() throws IOException, InterruptedException {
        Set<Thread> clients = ConcurrentHashMap.newKeySet();

        new Load(shoppers, 2).closed(shopper -> clients.add(Thread.currentThread()), 1);

        assertThat(clients).hasSize(2);
    }

    private void count(Shopper shopper) {
        asked.computeIfAbsent(shopper, it -> new LongAdder()).increment();
    }
}
