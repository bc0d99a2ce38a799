/**
 * Real servers for tests: PostgreSQL and Kafka once per JVM, a cloned database and a topic prefix per Spring context, and
 * signed tokens.
 *
 * <p>In a Spring test:
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * @WithServers(Database.CALENDAR)                       // or: @WithServers(value = Database.DISPATCH, inbox = Role.WORKER)
 * class EventsTest {
 *     @Autowired TestServers servers;
 *
 *     @Test
 *     void shouldListEvents() {
 *         String bearer = TestToken.of("admin").audience("calendar-api").bearer();     // goes into Authorization
 *         DataSource owner = servers.database(Database.CALENDAR).as(Role.OWNER);       // may look at and change all
 *         ...
 *     }
 * }
 * }</pre>
 *
 * The annotation sets {@code spring.datasource.*} (as the service's own least-privilege role),
 * {@code promo.inbox.datasource.*} where asked for, {@code spring.kafka.bootstrap-servers},
 * {@code promo.kafka.topic-prefix} and {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. Test classes with
 * equal annotations and otherwise equal configuration share a context, its database and its topics, so a test makes its
 * own ids and expects foreign rows; one that needs an empty database says {@code @WithServers(value = …, name = "…")}.
 * Consumer groups are not prefixed by the broker: a service whose contexts live side by side puts the topic prefix
 * before its group ids.
 *
 * <p>The broker makes no topics by itself; the application under test does (promo-events declares them to Spring's
 * {@code KafkaAdmin}).
 *
 * <p>A second application on the same database and topics takes {@link io.promo.stack.testing.TestServers#properties()}.
 * Without Spring: {@link io.promo.stack.testing.TestDatabase#create} and {@link io.promo.stack.testing.TestKafka}.
 * Servers are started on first use, keep their data in the temporary directory and end with the JVM, however it ends.
 */
@NullMarked
package io.promo.stack.testing;

import org.jspecify.annotations.NullMarked;
