package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made-up customers come into a database only where the configuration says that it is a demonstration: not here. */
@EngineTest
class NoDemonstrationTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void shouldMakeUpNobody() {
        long before = customers();

        assertThat(api.post("/audience/generate", Map.of("count", 3)).status()).isEqualTo(404);
        assertThat(api.post("/audience/generate", Map.of("count", 1, "seed", 7), "admin")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v3/api-docs").body().get("paths").has("/audience/generate"))
                .isFalse();
        assertThat(customers()).isEqualTo(before);
    }

    private long customers() {
        return jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single();
    }
}
