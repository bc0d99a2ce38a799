package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.events.message.MessageId;
import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.sql.Database;
import io.promo.sql.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadMarksTest extends InboxTest {

    private final UUID event = UUID.randomUUID();

    @Test
    void shouldKeepTheTimeOfTheFirstReading() {
        UUID id = deliver(event, today);

        JsonNode first = customer().put("/messages/" + id + "/read").json();
        JsonNode again = customer().put("/messages/" + id + "/read").json();
        JsonNode unread = customer().put("/messages/" + id + "/unread").json();
        JsonNode unreadAgain = customer().put("/messages/" + id + "/unread").json();
        JsonNode reread = customer().put("/messages/" + id + "/read").json();

        assertThat(first.get("read").asBoolean()).isTrue();
        assertThat(first.get("readAt").isNull()).isFalse();
        assertThat(again).isEqualTo(first);
        assertThat(unread.get("read").asBoolean()).isFalse();
        assertThat(unread.get("readAt")).isEqualTo(first.get("readAt"));
        assertThat(unreadAgain).isEqualTo(unread);
        assertThat(reread).isEqualTo(first);
        assertThat(reads(today)).isEqualTo(1);
    }

    @Test
    void shouldCountEachReadingPerEventAndDay() {
        LocalDate yesterday = today.minusDays(1);
        customer().put("/messages/" + deliver(event, yesterday) + "/read");
        for (int i = 0; i < 5; i++) {
            UUID other = UUID.randomUUID();
            UUID id = deliver(other, event, today, template(event, SUBJECT, ""));
            customer(other).put("/messages/" + id + "/read");
        }

        assertThat(reads(today)).isEqualTo(5);
        assertThat(reads(yesterday)).isEqualTo(1);
    }

    @Test
    void shouldMarkAllReadThatWasShownAndLeaveWhatCameSince() {
        UUID older = deliver(event, today.minusDays(30));
        UUID shown = deliver(event, today.minusDays(1));
        String seen = allThatIsShown();
        UUID since = deliver(event, today);

        Answer marked = customer().post("/messages/read-all", seen);
        Answer again = customer().post("/messages/read-all", seen);

        assertThat(marked.json().get("updated").asInt()).isEqualTo(2);
        assertThat(again.json().get("updated").asInt()).isZero();
        assertThat(isRead(older)).isTrue();
        assertThat(isRead(shown)).isTrue();
        assertThat(isRead(since)).isFalse();
        assertThat(reads(today.minusDays(1))).isEqualTo(1);
    }

    @Test
    void shouldLeaveTheMessageOfAnEventThatWasMadeBeforeAndSentAfter() {
        UUID madeFirst =
                UUID.fromString("01900000-0000-7000-8000-" + event.toString().substring(24));
        UUID shown = deliver(event, today);
        String seen = allThatIsShown();
        UUID since = deliver(madeFirst, today);

        customer().post("/messages/read-all", seen);

        assertThat(isRead(shown)).isTrue();
        assertThat(isRead(since)).isFalse();
    }

    @Test
    void shouldLeaveTheMessagesOfARunThatTookItsPlaceFirstAndCommitsLast() throws SQLException {
        UUID slow = UUID.randomUUID();
        UUID template = template(slow, SUBJECT, "");
        UUID unseen = MessageId.of(user, slow, today);
        openNow(slow, today);
        try (Connection run = servers.database(Database.INBOX).as(Role.WORKER).getConnection();
                Statement statement = run.createStatement()) {
            run.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO inbox_message (delivery_id, user_id, template_no) SELECT delivery_id, '" + user
                            + "', template_no FROM delivery d, message_template WHERE d.event_id = '" + slow
                            + "' AND template_id = '" + template + "'");
            UUID shown = deliver(event, today);
            String seen = allThatIsShown();
            run.commit();

            customer().post("/messages/read-all", seen);

            assertThat(isRead(shown)).isTrue();
            assertThat(isRead(unseen)).isFalse();
        }
        customer().post("/messages/read-all", allThatIsShown());
        assertThat(isRead(unseen)).isTrue();
    }

    @Test
    void shouldMarkWhatWasReadAndIsUnreadAgain() {
        UUID id = deliver(event, today);
        String seen = allThatIsShown();
        customer().put("/messages/" + id + "/read");
        customer().put("/messages/" + id + "/unread");

        customer().post("/messages/read-all", seen);

        assertThat(isRead(id)).isTrue();
    }

    @Test
    void shouldTouchOnlyTheCallersMessages() {
        UUID stranger = UUID.randomUUID();
        UUID theirs = deliver(stranger, event, today, template(event, SUBJECT, ""));
        deliver(event, today);
        String mine = allThatIsShown();

        Answer refused = customer(stranger).post("/messages/read-all", mine);
        customer().post("/messages/read-all", mine);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(customer(stranger)
                        .get("/messages/" + theirs)
                        .json()
                        .get("read")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldRefuseABodyWithoutWhatWasShown() {
        UUID message = deliver(event, today);
        deliver(event, today.minusDays(1));
        String cursor =
                customer().get("/messages?limit=1").json().get("nextCursor").asString();

        for (String body : List.of("{}", upTo("newest"), upTo(message.toString()), upTo(cursor), upTo(""))) {
            Answer refused = customer().post("/messages/read-all", body);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("upTo");
        }
    }

    @Test
    void shouldCountOnceHoweverManyRace() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            ids.add(deliver(event, today.minusDays(day)));
        }
        String seen = allThatIsShown();
        List<Callable<Answer>> race = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            race.add(() -> customer().post("/messages/read-all", seen));
            ids.forEach(id -> race.add(() -> customer().put("/messages/" + id + "/read")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Answer> answer : threads.invokeAll(race)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        for (int day = 0; day < 10; day++) {
            assertThat(reads(today.minusDays(day))).isEqualTo(1);
        }
    }

    private boolean isRead(UUID id) {
        return customer().get("/messages/" + id).json().get("read").asBoolean();
    }

    private long reads(LocalDate date) {
        return as(Role.OWNER)
                .sql("SELECT coalesce(sum(reads), 0) FROM read_counter WHERE event_id = ? AND dispatch_date = ?")
                .params(event, date)
                .query(Long.class)
                .single();
    }

    private static String upTo(String value) {
        return "{\"upTo\":\"" + value + "\"}";
    }
}
