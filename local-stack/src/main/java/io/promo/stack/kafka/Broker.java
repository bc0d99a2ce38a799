package io.promo.stack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The program: one Kafka node, broker and controller at once, on 127.0.0.1. Topics are not made by their use.
 *
 * <p>It stands on classes of Kafka that are no API, hence the pinned version.
 */
public final class Broker {

    private Broker() {}

    /** Runs until it is told to end. Arguments: data directory, port, controller's port. */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Map<String, String> settings = settings(data, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static Map<String, String> settings(Path data, int port, int controllerPort) {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        var settings = new HashMap<>(Map.of(
                "node.id", "1",
                "process.roles", "broker,controller",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", broker,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", data.toString(),
                "auto.create.topics.enable", "false"));
        // One node keeps one copy of everything, and a group of one need not wait for more members.
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        return settings;
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        var formatter = new Formatter();
        formatter
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction());
        formatter.run();
    }
}
