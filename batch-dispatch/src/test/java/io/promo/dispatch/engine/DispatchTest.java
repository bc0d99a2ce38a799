package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

@EngineTest
class DispatchTest {

    @Autowired
    World world;

    private ConfigurableApplicationContext worker;

    @BeforeEach
    void startWorker() {
        worker = world.startWorker();
    }

    @AfterEach
    void stopWorker() {
        worker.close();
    }

    @Test
    void shouldBringOneMessageToEveryCustomer() {
        world.customers(2_345);
        UUID event = UUID.randomUUID();

        RunView run = world.awaitState(world.request(event, 0, null), RunState.COMPLETED);

        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
        assertThat(run.delivered()).isEqualTo(2_345);
        assertThat(run.inserted()).isEqualTo(2_345);
        assertThat(run.partitions().total()).isEqualTo(10);
        assertThat(run.partitions().done()).isEqualTo(10);
    }
}
