package io.promo.inbox.message;

import io.promo.http.Refusal;
import io.promo.inbox.badge.BadgeChanged;
import java.util.ArrayList;
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

    /** Characters of the bodies of a page: a placeholder that stands there often makes a body longer than any event's. */
    private static final int MOST_TEXT = 500_000;

    private static final String CURSOR = "cursor";
    private static final String UP_TO = "upTo";

    private final Messages messages;
    private final ReadMarks marks;
    private final Templates templates;
    private final SignedText signed;
    private final ApplicationEventPublisher changes;

    Inbox(Messages messages, ReadMarks marks, Templates templates, JdbcClient jdbc, ApplicationEventPublisher changes) {
        this.messages = messages;
        this.marks = marks;
        this.templates = templates;
        this.changes = changes;
        this.signed = new SignedText(SingletonSupplier.of(() -> jdbc.sql("SELECT cursor_key FROM inbox_settings")
                .query(byte[].class)
                .single()));
    }

    /** One page, newest first, and where the next one starts. */
    MessagePage page(UUID user, MessageQuery query) {
        if (query.page() != null && query.cursor() != null) {
            throw Refusal.badField("bad-request", "page", "and cursor exclude each other; send one of them");
        }
        Long after = query.cursor() == null ? null : after(user, query.cursor());
        Messages.Found all = messages.list(user, query.unreadOnly(), after, query.offset(), query.pageLength() + 1);
        List<StoredMessage> found = all.messages();
        List<StoredMessage> wanted = found.subList(0, Math.min(found.size(), query.pageLength()));
        List<MessageView> shown = rendered(wanted);
        if (query.page() != null && shown.size() < wanted.size()) {
            throw Refusal.badField(
                    "bad-request", "size", "is more than can be answered at once; ask for fewer, or with a cursor");
        }
        boolean hasMore = found.size() > shown.size();
        String next = hasMore
                ? signed.write(
                        user, CURSOR, Long.toString(found.get(shown.size() - 1).deliveryId()))
                : null;
        String upTo = all.seen() == null ? null : signed.write(user, UP_TO, all.seen());
        return new MessagePage(shown, next, hasMore, upTo);
    }

    /** @throws Refusal 404 when the user has no such message */
    MessageView one(UUID user, UUID messageId) {
        return rendered(List.of(stored(user, messageId))).get(0);
    }

    /** @throws Refusal 404 when the user has no such message */
    MessageView markRead(UUID user, UUID messageId) {
        if (marks.read(user, stored(user, messageId).deliveryId())) {
            changes.publishEvent(new BadgeChanged(user));
        }
        return one(user, messageId);
    }

    /** @throws Refusal 404 when the user has no such message */
    MessageView markUnread(UUID user, UUID messageId) {
        if (marks.unread(user, stored(user, messageId).deliveryId())) {
            changes.publishEvent(new BadgeChanged(user));
        }
        return one(user, messageId);
    }

    /**
     * @param upTo of a page of the user's list
     * @throws Refusal 400 when it is not
     */
    int markAllRead(UUID user, String upTo) {
        String seen = signed.read(user, UP_TO, upTo)
                .orElseThrow(() -> Refusal.badField(
                        "bad-request", "upTo", "is not one this service gave you; take upTo of a page of the list"));
        int marked = marks.readAll(user, seen);
        if (marked > 0) {
            changes.publishEvent(new BadgeChanged(user));
        }
        return marked;
    }

    private long after(UUID user, String cursor) {
        return signed.read(user, CURSOR, cursor)
                .map(Long::valueOf)
                .orElseThrow(() -> Refusal.badField(
                        "bad-cursor", "cursor", "is not one this service gave you; start again without a cursor"));
    }

    private StoredMessage stored(UUID user, UUID messageId) {
        return messages.find(user, messageId)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "message-not-found",
                        "Your inbox has no message " + messageId + "; it may be older than what is kept."));
    }

    /** The first of them, at least one, until their texts are as long as an answer may be. */
    private List<MessageView> rendered(List<StoredMessage> stored) {
        Map<Integer, Template> byNumber =
                templates.get(stored.stream().map(StoredMessage::templateNo).collect(Collectors.toSet()));
        List<MessageView> rendered = new ArrayList<>();
        int length = 0;
        for (StoredMessage message : stored) {
            MessageView view = MessageView.of(message, template(byNumber, message.templateNo()));
            length += view.body().length();
            if (length > MOST_TEXT && !rendered.isEmpty()) {
                break;
            }
            rendered.add(view);
        }
        return rendered;
    }

    private static Template template(Map<Integer, Template> byNumber, int number) {
        @Nullable Template template = byNumber.get(number);
        if (template == null) {
            throw new IllegalStateException("no template " + number);
        }
        return template;
    }
}
