package io.promo.inbox;

import io.promo.events.message.MessageId;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import io.promo.stack.testing.TestToken;
import io.promo.stack.testing.WithServers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service on real servers, spoken to over HTTP as a browser would. One Spring context for all tests of the module:
 * each test makes users and events of its own.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"logging.structured.format.console=", "promo.cors.allowed-origins=https://shop.example"})
@WithServers(Database.INBOX)
public abstract class InboxTest {

    /** What a message says when a test does not care. */
    protected static final String SUBJECT = "Sale";

    /** The clock of the database, which runs on the same machine. */
    protected final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    protected final UUID user = UUID.randomUUID();

    @Autowired
    protected TestServers servers;

    @LocalServerPort
    private int port;

    /** Speaks as the test's own customer. */
    protected Browser customer() {
        return customer(user);
    }

    protected Browser customer(UUID id) {
        return browser(TestToken.of("customer").subject(id).bearer());
    }

    protected Browser staff(String role) {
        return browser(TestToken.of(role).bearer());
    }

    protected Browser browser(@Nullable String authorization) {
        return new Browser(port, authorization);
    }

    /** The inbox database as one of our roles sees it. */
    protected JdbcClient as(Role role) {
        return JdbcClient.create(servers.database(Database.INBOX).as(role));
    }

    /** Writes a message to the test's own customer, as dispatch would and with no more rights; returns its id. */
    protected UUID deliver(UUID event, LocalDate date) {
        return deliver(user, event, date, template(event, SUBJECT, "Come in"));
    }

    protected UUID deliver(UUID to, UUID event, LocalDate date, UUID template, @Nullable String... params) {
        as(Role.MANAGER)
                .sql("SELECT ensure_partition(?)")
                .param(date)
                .query(String.class)
                .single();
        UUID id = MessageId.of(to, event, date);
        as(Role.WORKER)
                .sql("INSERT INTO message (message_id, user_id, event_id, dispatch_date, template_id, params)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, to, event, date, template, params.length == 0 ? null : params)
                .update();
        return id;
    }

    protected UUID template(UUID event, String subject, String body, String... placeholders) {
        UUID id = UUID.randomUUID();
        as(Role.MANAGER)
                .sql("INSERT INTO message_template"
                        + " (template_id, event_id, event_version, locale, subject, body, link, placeholders)"
                        + " VALUES (?, ?, 1, 'en', ?, ?, 'https://shop.example/sale', ?)")
                .params(id, event, subject, body, placeholders)
                .update();
        return id;
    }
}
