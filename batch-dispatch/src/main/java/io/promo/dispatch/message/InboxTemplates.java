package io.promo.dispatch.message;

import io.promo.dispatch.run.Run;
import java.sql.Types;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Prepares the inbox for a run, as the manager's role. */
@Repository
public class InboxTemplates {

    private final JdbcClient inbox;

    InboxTemplates(@Qualifier("inbox") JdbcClient inbox) {
        this.inbox = inbox;
    }

    /** Opens the run's delivery and makes its templates; what is there stays as it is. Safe to repeat. */
    public void prepare(Run run) {
        inbox.sql("SELECT open_delivery(?, ?)")
                .params(run.eventId(), run.dispatchDate())
                .query(Long.class)
                .single();
        for (Template template : Templates.of(run).all()) {
            inbox.sql("""
                            INSERT INTO message_template
                                (template_id, event_id, event_version, locale, subject, body, link, placeholders)
                            VALUES (:id, :eventId, :version, :locale, :subject, :body, :link, :placeholders)
                            ON CONFLICT DO NOTHING
                            """)
                    .param("id", template.templateId())
                    .param("eventId", run.eventId())
                    .param("version", run.eventVersion())
                    .param("locale", template.locale())
                    .param("subject", template.subject())
                    .param("body", template.body())
                    .param("link", template.link(), Types.VARCHAR)
                    .param("placeholders", template.placeholders().toArray(String[]::new))
                    .update();
        }
    }
}
