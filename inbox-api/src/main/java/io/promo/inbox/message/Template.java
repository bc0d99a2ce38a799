package io.promo.inbox.message;

import io.promo.events.promotion.TemplateText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the messages of one run and locale have in common. Never changes once written.
 *
 * @param placeholders names the subject and body really use, in the order of a message's params
 * @param test whether its message was sent by hand to try the event out
 */
record Template(
        int templateNo,
        String subject,
        String body,
        @Nullable String link,
        List<String> placeholders,
        boolean test) {

    private static final Logger log = LoggerFactory.getLogger(Template.class);

    /** Subject and body as one customer reads them: plain text, so nothing in it is escaped. */
    record Text(String subject, String body) {}

    /**
     * Fills in one customer's values.
     *
     * @param params in the order of the placeholders. Values that were never stored leave their placeholders standing.
     */
    Text render(List<String> params) {
        if (params.size() != placeholders.size()) {
            log.warn(
                    "template {} has {} placeholders, a message of it {} params",
                    templateNo,
                    placeholders.size(),
                    params.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(params.size(), placeholders.size()); i++) {
            values.put(placeholders.get(i), params.get(i));
        }
        return new Text(
                TemplateText.render(subject, values, UnaryOperator.identity()),
                TemplateText.render(body, values, UnaryOperator.identity()));
    }

    /** The link if a browser may follow it: absolute and http or https; else null. */
    @Nullable
    String webLink() {
        String lower = link == null ? "" : link.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? link : null;
    }
}
