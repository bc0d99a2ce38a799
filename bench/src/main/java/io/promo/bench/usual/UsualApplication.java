package io.promo.bench.usual;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The usual way as an application: a manager in the bench's own process, workers in others; without the product's outbox. */
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            "io.promo.events.TopicsAutoConfiguration",
            "io.promo.events.consumer.ConsumerAutoConfiguration",
            "io.promo.events.outbox.OutboxAutoConfiguration",
            // Here for the usual inbox; a job writes by JDBC and its transactions.
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
public class UsualApplication {

    /** Printed by a worker once it listens. */
    public static final String READY = "the usual worker is ready";

    /** Where requests for partitions travel. */
    static final String TOPIC = "usual.requests";

    static final int PARTITIONS = 16;

    /** A worker; arguments are Spring's. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(UsualApplication.class);
        application.setAdditionalProfiles("worker");
        application.run(args);
        System.out.println(READY);
    }

    /** The manager; close it in the end. */
    public static ConfigurableApplicationContext manager(List<String> args) {
        SpringApplication application = new SpringApplication(UsualApplication.class);
        application.setAdditionalProfiles("manager");
        return application.run(args.toArray(String[]::new));
    }
}
