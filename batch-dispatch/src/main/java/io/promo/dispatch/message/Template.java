package io.promo.dispatch.message;

import io.promo.events.promotion.TemplateText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One locale's text of a run, as stored once for all its messages.
 *
 * @param templateId the same for every start of the run: made from event, version, locale and date
 * @param placeholders customer placeholders the text really uses, in the order of a message's params
 */
public record Template(
        UUID templateId,
        String locale,
        String subject,
        String body,
        @Nullable String link,
        List<String> placeholders) {

    static Template of(UUID templateId, String locale, String subject, String body, @Nullable String link) {
        Set<String> used = new LinkedHashSet<>(TemplateText.placeholders(subject));
        used.addAll(TemplateText.placeholders(body));
        used.retainAll(TemplateText.CUSTOMER_PLACEHOLDERS);
        return new Template(templateId, locale, subject, body, link, List.copyOf(used));
    }

    static UUID id(UUID eventId, long eventVersion, String locale, String date) {
        String name = eventId + "|" + eventVersion + "|" + locale + "|" + date;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
