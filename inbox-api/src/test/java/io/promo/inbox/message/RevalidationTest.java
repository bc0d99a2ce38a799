package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that has the answer is told so; whatever can be seen makes another answer. */
class RevalidationTest extends InboxTest {

    private final UUID event = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/messages?limit=5&status=all", "/messages/unread-count"})
    void shouldSendNothingThatTheBrowserHas(String path) {
        deliver(event, today);
        Answer first = customer().get(path);
        String tag = first.header("ETag");

        Answer idle = customer().get(path, "If-None-Match", tag);

        assertThat(first.header("Cache-Control")).contains("private", "max-age=0");
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(tag).matches("(W/)?\"[\\w-]+\"");
        assertThat(idle.status()).isEqualTo(304);
        assertThat(idle.response().body()).isEmpty();
        assertThat(idle.header("ETag")).isEqualTo(tag);
        assertThat(customer()
                        .get(path, "If-None-Match", "W/" + tag.replace("W/", ""))
                        .status())
                .isEqualTo(304);
        assertThat(customer().get(path, "If-None-Match", "\"another\", " + tag).status())
                .isEqualTo(304);
        assertThat(customer().get(path, "If-None-Match", "\"another\"").status())
                .isEqualTo(200);
        assertThat(customer().head(path).header("ETag")).isEqualTo(tag);
    }

    @Test
    void shouldSendAgainWhateverCanBeSeenToChange() {
        UUID id = deliver(event, today);
        state("PUBLISHED", "1 day");

        assertBothChange("a message more", () -> deliver(UUID.randomUUID(), today));
        assertBothChange("one is read", () -> customer().put("/messages/" + id + "/read"));
        assertBothChange("one is unread again", () -> customer().put("/messages/" + id + "/unread"));
        assertBothChange("an event is over", () -> state("PUBLISHED", "-1 day"));
        assertBothChange("an event was made longer", () -> state("PUBLISHED", "1 day"));
        assertBothChange("an event was called off", () -> state("CANCELLED", "1 day"));
        // What is over already counts no less when it is called ended in place of cancelled; the list says so.
        assertChanges("/messages", "the reason why it is over", () -> state("EXPIRED", "-1 day"));
        assertChanges(
                "/messages",
                "a text",
                () -> as(Role.OWNER)
                        .sql("UPDATE inbox_message SET template_no = (SELECT template_no FROM message_template"
                                + " WHERE template_id = ?) WHERE user_id = ? AND delivery_id ="
                                + " (SELECT delivery_id FROM delivery WHERE event_id = ?)")
                        .params(template(event, "Another subject", "Come in"), user, event)
                        .update());
    }

    @Test
    void shouldTellPagesApart() {
        deliver(event, today);
        deliver(UUID.randomUUID(), today.minusDays(1));

        assertThat(tag("/messages?limit=1")).isNotEqualTo(tag("/messages?limit=2"));
        assertThat(tag("/messages?page=0&size=1")).isNotEqualTo(tag("/messages?page=1&size=1"));
        assertThat(customer().get("/messages", "Accept", "text/html").status()).isEqualTo(406);
    }

    private void assertBothChange(String what, Runnable change) {
        String count = tag("/messages/unread-count");
        assertChanges("/messages", what, change);
        assertThat(tag("/messages/unread-count")).as(what).isNotEqualTo(count);
    }

    private void assertChanges(String path, String what, Runnable change) {
        String before = tag(path);
        change.run();
        Answer after = customer().get(path, "If-None-Match", before);
        assertThat(after.status()).as(what).isEqualTo(200);
        assertThat(after.header("ETag")).as(what).isNotEqualTo(before);
    }

    private String tag(String path) {
        return customer().get(path).header("ETag");
    }

    private void state(String status, String endsIn) {
        as(Role.OWNER).sql("""
                        INSERT INTO event_state (event_id, version, status, title, ends_at)
                        VALUES (?, 1, ?, 'Sale', now() + ?::interval)
                        ON CONFLICT (event_id) DO UPDATE SET status = excluded.status, ends_at = excluded.ends_at""").params(event, status, endsIn).update();
        as(Role.OWNER).sql("""
                        UPDATE delivery d SET live_until = live_until(s.status, s.ends_at) FROM event_state s
                        WHERE s.event_id = d.event_id AND d.event_id = ?""").param(event).update();
    }
}
