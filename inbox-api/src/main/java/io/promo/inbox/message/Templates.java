package io.promo.inbox.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Templates by their numbers. They never change, so the most recently used ones are remembered for good. */
@Repository
class Templates {

    /** At some kilobytes a template, a few megabytes. */
    private static final int REMEMBERED = 1_000;

    /** Served by the unique key of message_template. */
    private static final String BY_NUMBER = """
            SELECT template_no, subject, body, link, placeholders, test_of IS NOT NULL AS test
            FROM message_template WHERE template_no = ANY (:numbers)""";

    private final JdbcClient jdbc;
    private final Map<Integer, Template> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Template> eldest) {
            return size() > REMEMBERED;
        }
    };

    Templates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The templates of the given numbers.
     *
     * @throws IllegalStateException when one does not exist: dispatch writes templates before messages
     */
    Map<Integer, Template> get(Collection<Integer> numbers) {
        Map<Integer, Template> found = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        synchronized (remembered) {
            for (Integer number : numbers) {
                Template template = remembered.get(number);
                if (template == null) {
                    missing.add(number);
                } else {
                    found.put(number, template);
                }
            }
        }
        if (!missing.isEmpty()) {
            load(missing).forEach(template -> found.put(template.templateNo(), template));
        }
        if (!found.keySet().containsAll(numbers)) {
            missing.removeAll(found.keySet());
            throw new IllegalStateException("messages without a template: " + missing);
        }
        return found;
    }

    private List<Template> load(List<Integer> numbers) {
        List<Template> templates = jdbc.sql(BY_NUMBER)
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(Templates::template)
                .list();
        synchronized (remembered) {
            templates.forEach(template -> remembered.put(template.templateNo(), template));
        }
        return templates;
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getInt("template_no"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                List.of((String[]) row.getArray("placeholders").getArray()),
                row.getBoolean("test"));
    }
}
