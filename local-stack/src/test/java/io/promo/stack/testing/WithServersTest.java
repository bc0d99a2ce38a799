package io.promo.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.sql.Database;
import io.promo.sql.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@WithServers(value = Database.DISPATCH, inbox = Role.WORKER)
class WithServersTest {

    @Configuration
    static class Nothing {}

    @Autowired
    TestServers servers;

    @Autowired
    Environment environment;

    @Test
    void shouldPointTheContextAtDatabasesOfItsOwnAsTheLeastPrivilegedRoles() throws Exception {
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo(servers.database(Database.DISPATCH).jdbcUrl());
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("promo_dispatch");
        assertThat(environment.getProperty("promo.inbox.datasource.url"))
                .isEqualTo(servers.database(Database.INBOX).jdbcUrl());
        assertThat(environment.getProperty("promo.inbox.datasource.username")).isEqualTo("promo_worker");
        try (var connection = servers.database(Database.INBOX).as(Role.OWNER).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void shouldOfferABrokerThatMakesTopicsOnlyWhenAsked() throws Exception {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", environment.getRequiredProperty("spring.kafka.bootstrap-servers")))) {
            String topic = servers.topicPrefix() + "promotion.events";
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(12), Optional.empty())))
                    .all()
                    .get(10, TimeUnit.SECONDS);

            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains(topic);
        }
    }

    @Test
    void shouldGiveEachCloneAnEmptyDatabase() {
        assertThat(TestDatabase.create(Database.CALENDAR).jdbcUrl())
                .isNotEqualTo(TestDatabase.create(Database.CALENDAR).jdbcUrl());
    }
}
