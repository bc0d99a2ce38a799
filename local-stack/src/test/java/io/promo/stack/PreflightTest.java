package io.promo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.stack.process.Launch;
import io.promo.stack.testing.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports that cannot be, told before anything is started. */
class PreflightTest {

    /** Something that wants a port. */
    private record Wanting(String name, ProcessRole role, int port) implements Component {

        @Override
        public String url() {
            return Urls.local(port);
        }

        @Override
        public Launch prepare() {
            throw new AssertionError("a port is refused before anything is started");
        }

        @Override
        public boolean healthy() {
            return false;
        }
    }

    @Test
    void shouldNameBothWhoWantTheSamePort(@TempDir Path home) {
        int first = FreePorts.inARow(8);
        Ports ports = Ports.inARow(first);
        var preflight = new Preflight(new Settings(home, home, ports), ports);
        var kafka = new Wanting("kafka", ProcessRole.KAFKA, ports.kafka());
        var keycloak = new Wanting("keycloak", ProcessRole.KEYCLOAK, ports.kafkaController());

        preflight.check(List.of(kafka));
        assertThatThrownBy(() -> preflight.check(List.of(kafka, keycloak)))
                .isInstanceOf(StackException.class)
                .hasMessageContainingAll(
                        "Port " + ports.kafkaController(), "kafka's controller", "keycloak", "PROMO_KEYCLOAK_PORT");
    }

    @ParameterizedTest
    @CsvSource({"PROMO_INBOX_PORT, 65336", "PROMO_CALENDAR_PORT, 65535", "PROMO_WORKER_PORT, 65400"})
    void shouldLeaveRoomForThePortForManagement(String variable, String port) {
        assertThatThrownBy(() -> Ports.from(Map.of(variable, port)))
                .isInstanceOf(StackException.class)
                .hasMessageContainingAll(variable, "from 1 to 65335", port);
    }

    @Test
    void shouldTakeTheHighestPortsThereAre() {
        Ports ports = Ports.from(Map.of("PROMO_INBOX_PORT", "65335", "PROMO_POSTGRES_PORT", "65535"));

        assertThat(Ports.management(ports.inbox())).isEqualTo(65_535);
        assertThat(ports.postgres()).isEqualTo(65_535);
    }
}
