package io.promo.stack;

import io.promo.stack.kafka.KafkaServer;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.Launch;
import java.io.IOException;

/** The Kafka broker. */
record KafkaComponent(Settings settings, Jdk jdk, KafkaServer server) implements Component {

    KafkaComponent(Settings settings, Jdk jdk, Ports ports) {
        this(settings, jdk, new KafkaServer(settings.home().resolve("kafka"), ports.kafka(), ports.kafkaController()));
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public ProcessRole role() {
        return ProcessRole.KAFKA;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String url() {
        return server.bootstrapServers();
    }

    @Override
    public Launch prepare() throws IOException {
        return server.launch(jdk, settings.log(name()));
    }

    @Override
    public boolean healthy() {
        return server.answers();
    }
}
