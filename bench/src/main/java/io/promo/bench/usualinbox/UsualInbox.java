package io.promo.bench.usualinbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The usual inbox as a service of its own; without the product's outbox, and without what the usual dispatch needs. */
@SpringBootApplication(
        excludeName = {
            "io.promo.events.TopicsAutoConfiguration",
            "io.promo.events.consumer.ConsumerAutoConfiguration",
            "io.promo.events.outbox.OutboxAutoConfiguration",
            "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
            "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
            "org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration",
            "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
public class UsualInbox {

    /** Printed once it answers, followed by its port. */
    public static final String READY = "the usual inbox answers at ";

    /** Arguments are Spring's. */
    public static void main(String[] args) {
        System.out.println(READY
                + SpringApplication.run(UsualInbox.class, args)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port"));
    }
}
