package io.promo.inbox.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Templates by id. They never change, so the most recently used ones are remembered for good. */
@Repository
class Templates {

    /** At some kilobytes a template, a few megabytes. */
    private static final int REMEMBERED = 1_000;

    /** Served by the primary key of message_template. */
    private static final String BY_ID = """
            SELECT template_id, subject, body, link, placeholders, test_of IS NOT NULL AS test
            FROM message_template WHERE template_id = ANY (:ids)""";

    private final JdbcClient jdbc;
    private final Map<UUID, Template> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Template> eldest) {
            return size() > REMEMBERED;
        }
    };

    Templates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The templates of the given ids.
     *
     * @throws IllegalStateException when one does not exist: dispatch writes templates before messages
     */
    Map<UUID, Template> get(Collection<UUID> ids) {
        Map<UUID, Template> found = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        synchronized (remembered) {
            for (UUID id : ids) {
                Template template = remembered.get(id);
                if (template == null) {
                    missing.add(id);
                } else {
                    found.put(id, template);
                }
            }
        }
        if (!missing.isEmpty()) {
            load(missing).forEach(template -> found.put(template.templateId(), template));
        }
        if (!found.keySet().containsAll(ids)) {
            missing.removeAll(found.keySet());
            throw new IllegalStateException("messages without a template: " + missing);
        }
        return found;
    }

    private List<Template> load(List<UUID> ids) {
        List<Template> templates = jdbc.sql(BY_ID)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Templates::template)
                .list();
        synchronized (remembered) {
            templates.forEach(template -> remembered.put(template.templateId(), template));
        }
        return templates;
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getObject("template_id", UUID.class),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                List.of((String[]) row.getArray("placeholders").getArray()),
                row.getBoolean("test"));
    }
}
