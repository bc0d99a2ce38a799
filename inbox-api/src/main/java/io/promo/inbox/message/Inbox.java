package io.promo.inbox.message;

import io.promo.http.Refusal;
import io.promo.inbox.badge.BadgeChanged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** One customer's inbox, rendered. */
@Service
class Inbox {

    private final Messages messages;
    private final ReadMarks marks;
    private final Templates templates;
    private final Cursors cursors;
    private final ApplicationEventPublisher changes;

    Inbox(Messages messages, ReadMarks marks, Templates templates, JdbcClient jdbc, ApplicationEventPublisher changes) {
        this.messages = messages;
        this.marks = marks;
        this.templates = templates;
        this.changes = changes;
        this.cursors = new Cursors(SingletonSupplier.of(() -> jdbc.sql("SELECT cursor_key FROM inbox_settings")
                .query(byte[].class)
                .single()));
    }

    /** One page, newest first, and where the next one starts. */
    MessagePage page(UUID user, MessageQuery query) {
        if (query.page() != null && query.cursor() != null) {
            throw Refusal.badField("bad-request", "page", "and cursor exclude each other; send one of them");
        }
        Position after = query.cursor() == null ? null : cursors.read(user, query.cursor());
        List<StoredMessage> found =
                messages.list(user, query.unreadOnly(), after, query.offset(), query.pageLength() + 1);
        boolean hasMore = found.size() > query.pageLength();
        List<StoredMessage> shown = hasMore ? found.subList(0, query.pageLength()) : found;
        String next = hasMore ? cursors.write(user, shown.get(shown.size() - 1).position()) : null;
        return new MessagePage(rendered(shown), next, hasMore);
    }

    /** @throws Refusal 404 when the user has no such message */
    MessageView one(UUID user, UUID messageId) {
        return rendered(List.of(stored(user, messageId))).get(0);
    }

    /** @throws Refusal 404 when the user has no such message */
    MessageView markRead(UUID user, UUID messageId) {
        stored(user, messageId);
        if (marks.read(user, messageId)) {
            changes.publishEvent(new BadgeChanged(user));
        }
        return one(user, messageId);
    }

    /** @throws Refusal 404 when the user has no such message */
    MessageView markUnread(UUID user, UUID messageId) {
        stored(user, messageId);
        if (marks.unread(user, messageId)) {
            changes.publishEvent(new BadgeChanged(user));
        }
        return one(user, messageId);
    }

    /** @throws Refusal 404 when the user has no such message */
    int markAllRead(UUID user, UUID newestShown) {
        int marked = marks.readAll(user, stored(user, newestShown).position());
        if (marked > 0) {
            changes.publishEvent(new BadgeChanged(user));
        }
        return marked;
    }

    private StoredMessage stored(UUID user, UUID messageId) {
        return messages.find(user, messageId)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "message-not-found",
                        "Your inbox has no message " + messageId + "; it may be older than what is kept."));
    }

    private List<MessageView> rendered(List<StoredMessage> stored) {
        Map<UUID, Template> byId =
                templates.get(stored.stream().map(StoredMessage::templateId).collect(Collectors.toSet()));
        return stored.stream()
                .map(message -> MessageView.of(message, template(byId, message.templateId())))
                .toList();
    }

    private static Template template(Map<UUID, Template> byId, UUID id) {
        @Nullable Template template = byId.get(id);
        if (template == null) {
            throw new IllegalStateException("no template " + id);
        }
        return template;
    }
}
