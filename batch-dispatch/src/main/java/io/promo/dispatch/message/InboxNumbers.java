package io.promo.dispatch.message;

import io.promo.dispatch.run.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The numbers by which the inbox's messages name a run's delivery and its templates.
 *
 * @param deliveryId the place in everybody's list
 * @param templateNumbers by the id of the template
 */
public record InboxNumbers(long deliveryId, Map<UUID, Integer> templateNumbers) {

    private static final String DELIVERY = "SELECT delivery_id FROM delivery WHERE event_id = ? AND dispatch_date = ?";
    private static final String TEMPLATES =
            "SELECT template_id, template_no FROM message_template WHERE template_id = ANY (?)";

    public InboxNumbers {
        templateNumbers = Map.copyOf(templateNumbers);
    }

    /** @throws IllegalArgumentException when it is no template of the run */
    int of(Template template) {
        Integer number = templateNumbers.get(template.templateId());
        if (number == null) {
            throw new IllegalArgumentException("not a template of this run: " + template.templateId());
        }
        return number;
    }

    /**
     * Reads them as a worker, which may read no more of the inbox.
     *
     * @throws IllegalStateException when the run was not {@linkplain InboxTemplates#prepare prepared}
     */
    public static InboxNumbers read(Connection inbox, Run run) throws SQLException {
        UUID[] ids = Templates.of(run).all().stream().map(Template::templateId).toArray(UUID[]::new);
        Map<UUID, Integer> numbers = new HashMap<>();
        try (PreparedStatement statement = inbox.prepareStatement(TEMPLATES)) {
            statement.setArray(1, inbox.createArrayOf("uuid", ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getObject(1, UUID.class), rows.getInt(2));
                }
            }
        }
        try (PreparedStatement statement = inbox.prepareStatement(DELIVERY)) {
            statement.setObject(1, run.eventId());
            statement.setObject(2, run.dispatchDate());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || numbers.size() < ids.length) {
                    throw new IllegalStateException("the inbox is not prepared for run " + run.runId());
                }
                return new InboxNumbers(row.getLong(1), numbers);
            }
        }
    }
}
