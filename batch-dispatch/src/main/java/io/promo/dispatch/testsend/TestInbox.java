package io.promo.dispatch.testsend;

import io.promo.dispatch.message.Template;
import io.promo.dispatch.run.Run;
import io.promo.events.message.MessageId;
import io.promo.events.message.MessageParams;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a test message as the manager's role, which may write no other kind. */
@Repository
class TestInbox {

    private static final String TEMPLATE = """
            INSERT INTO message_template
                (template_id, event_id, event_version, locale, subject, body, link, placeholders, test_of)
            VALUES (:id, :eventId, :version, :locale, :subject, :body, :link, :placeholders, :testOf)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient inbox;
    private final TransactionTemplate transaction;

    TestInbox(@Qualifier("inbox") JdbcClient inbox, @Qualifier("inbox") DataSource dataSource) {
        this.inbox = inbox;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * Delivers the message. Once: the template, which the message comes with, says that it is there already.
     *
     * @param run of the test's own event
     * @param testOf the event that is tried out
     * @param params values of the template's placeholders, in its order
     * @return the message's id
     */
    UUID deliver(Run run, Template template, UUID testOf, UUID userId, List<String> params) {
        UUID messageId = MessageId.of(userId, run.eventId(), run.dispatchDate());
        transaction.executeWithoutResult(status -> {
            int made = inbox.sql(TEMPLATE)
                    .param("id", template.templateId())
                    .param("eventId", run.eventId())
                    .param("version", run.eventVersion())
                    .param("locale", template.locale())
                    .param("subject", template.subject())
                    .param("body", template.body())
                    .param("link", template.link(), Types.VARCHAR)
                    .param("placeholders", template.placeholders().toArray(String[]::new))
                    .param("testOf", testOf)
                    .update();
            if (made == 0) {
                return;
            }
            inbox.sql("SELECT deliver_test(:userId, :date, :template, :params)")
                    .param("userId", userId)
                    .param("date", run.dispatchDate())
                    .param("template", template.templateId())
                    .param("params", MessageParams.join(params), Types.VARCHAR)
                    .query()
                    .singleRow();
        });
        return messageId;
    }
}
