package io.promo.stack.testing;

import io.promo.sql.Database;
import io.promo.sql.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What one Spring context of a test runs on: databases and a topic prefix of its own, and the issuer of its tokens. */
public final class TestServers {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    private final Map<Database, TestDatabase> databases = new EnumMap<>(Database.class);
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final String topicPrefix = "t" + CONTEXTS.incrementAndGet() + ".";

    TestServers(WithServers wanted) {
        // The broker starts while the databases are made.
        var kafka = CompletableFuture.supplyAsync(TestKafka::bootstrapServers);
        datasource(
                "spring.datasource", wanted.value(), Role.valueOf(wanted.value().name()));
        for (Role role : wanted.inbox()) {
            datasource("promo.inbox.datasource", Database.INBOX, role);
        }
        properties.put("spring.kafka.bootstrap-servers", kafka.join());
        properties.put("promo.kafka.topic-prefix", topicPrefix);
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer.uri());
    }

    /** The context's own database; made now when the context itself has no use for it. */
    public synchronized TestDatabase database(Database database) {
        return databases.computeIfAbsent(database, TestDatabase::create);
    }

    /** Stands before the name of each topic, e.g. {@code t1.}. */
    public String topicPrefix() {
        return topicPrefix;
    }

    /** What a Kafka client of the test connects to. */
    public String bootstrapServers() {
        return TestKafka.bootstrapServers();
    }

    /** The properties that were set, for a second application on the same servers. */
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    private void datasource(String prefix, Database database, Role role) {
        properties.put(prefix + ".url", database(database).jdbcUrl());
        properties.put(prefix + ".username", role.userName());
        properties.put(prefix + ".password", "");
    }
}
