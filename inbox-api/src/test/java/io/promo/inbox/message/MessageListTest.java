package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MessageListTest extends InboxTest {

    /** What a test knows a message by. */
    private record Position(LocalDate date, UUID event) {}

    @Test
    void shouldRenderAMessageAsPlainTextForItsCustomer() {
        UUID event = UUID.randomUUID();
        UUID template = template(event, "Hi {{name}}", "5 < 6 & more for {{country}}", "name", "country");
        UUID id = deliver(user, event, today, template, "<b>Änne</b>", null);

        JsonNode message = customer().get("/messages/" + id).json();

        assertThat(message.get("messageId").asString()).isEqualTo(id.toString());
        assertThat(message.get("eventId").asString()).isEqualTo(event.toString());
        assertThat(message.get("dispatchDate").asString()).isEqualTo(today.toString());
        assertThat(message.get("subject").asString()).isEqualTo("Hi <b>Änne</b>");
        assertThat(message.get("body").asString()).isEqualTo("5 < 6 & more for ");
        assertThat(message.get("link").asString()).isEqualTo("https://shop.example/sale");
        assertThat(message.get("state").asString()).isEqualTo("LIVE");
        assertThat(message.get("read").asBoolean()).isFalse();
        assertThat(message.get("readAt").isNull()).isTrue();
        assertThat(message.get("test").asBoolean()).isFalse();
    }

    @Test
    void shouldPageNewestFirstAcrossPartitionsAndDates() {
        List<Position> expected = deliverOnDates(today, today.minusDays(1), today.minusDays(20), today.minusDays(80));

        List<Position> paged = new ArrayList<>();
        String next = "";
        JsonNode page;
        do {
            page = customer().get("/messages?limit=3" + next).json();
            page.get("items").forEach(item -> paged.add(position(item)));
            next = "&cursor=" + page.get("nextCursor").asString("");
        } while (page.get("hasMore").asBoolean());

        assertThat(paged).isEqualTo(expected);
        assertThat(page.get("nextCursor").isNull()).isTrue();
    }

    /** 30 bodies of 10,000 characters, of which a name of 60 characters makes 2.5 million. */
    @Test
    void shouldEndAPageWhereItsTextsAreLong() {
        String body = "{{name}} ".repeat(1_100);
        for (int message = 0; message < 30; message++) {
            UUID event = UUID.randomUUID();
            deliver(user, event, today, template(event, "Hi", body, "name"), "x".repeat(60));
        }

        List<Position> paged = new ArrayList<>();
        String next = "";
        Answer page;
        do {
            page = customer().get("/messages?limit=100" + next);
            assertThat(page.json().toString().length()).isLessThan(600_000);
            page.json().get("items").forEach(item -> paged.add(position(item)));
            next = "&cursor=" + page.json().get("nextCursor").asString("");
        } while (page.json().get("hasMore").asBoolean());

        assertThat(paged).hasSize(30).doesNotHaveDuplicates();
        assertThat(customer().get("/messages?page=0&size=30").status()).isEqualTo(400);
        assertThat(customer().get("/messages?page=1&size=3").json().get("items"))
                .hasSize(3);
    }

    @Test
    void shouldPageByNumberToo() {
        List<Position> expected = deliverOnDates(today, today.minusDays(3));

        Answer last = customer().get("/messages?page=1&size=4");
        Answer beyond = customer().get("/messages?page=2&size=4");

        assertThat(positions(last)).isEqualTo(expected.subList(4, 6));
        assertThat(last.json().get("hasMore").asBoolean()).isFalse();
        assertThat(positions(beyond)).isEmpty();
    }

    @Test
    void shouldNotSkipOrRepeatWhenMessagesArriveBetweenPages() {
        List<Position> expected = deliverOnDates(today.minusDays(1), today.minusDays(2));
        String cursor =
                customer().get("/messages?limit=3").json().get("nextCursor").asString();

        deliver(UUID.randomUUID(), today);

        assertThat(positions(customer().get("/messages?cursor=" + cursor))).isEqualTo(expected.subList(3, 6));
    }

    @Test
    void shouldShowFirstWhatCameLastWhicheverEventWasMadeFirstAndWhateverItsDate() {
        UUID madeFirst = UUID.fromString("01900000-0000-7000-8000-" + suffix());
        UUID madeLast = UUID.fromString("01990000-0000-7000-8000-" + suffix());
        deliver(madeLast, today);
        deliver(madeFirst, today);
        UUID backfilled = UUID.randomUUID();
        openNow(backfilled, today.minusDays(20));
        deliver(backfilled, today.minusDays(20));

        assertThat(positions(customer().get("/messages")))
                .containsExactly(
                        new Position(today.minusDays(20), backfilled),
                        new Position(today, madeFirst),
                        new Position(today, madeLast));
    }

    @Test
    void shouldNeitherSkipNorRepeatWhenARunFillsItsPlaceWhileAnotherIsRead() {
        UUID slow = UUID.randomUUID();
        openNow(slow, today);
        List<Position> expected = deliverOnDates(today, today.minusDays(1));
        JsonNode first = customer().get("/messages?limit=2").json();

        deliver(slow, today);
        JsonNode second = customer()
                .get("/messages?limit=100&cursor=" + first.get("nextCursor").asString())
                .json();

        List<Position> paged = new ArrayList<>();
        List.of(first, second).forEach(page -> page.get("items").forEach(item -> paged.add(position(item))));
        assertThat(paged).doesNotHaveDuplicates().containsAll(expected).hasSize(expected.size() + 1);
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(24);
    }

    @Test
    void shouldRefuseATamperedOrForeignCursor() {
        deliverOnDates(today);
        String cursor =
                customer().get("/messages?limit=1").json().get("nextCursor").asString();
        String tampered = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);

        assertBadField(customer().get("/messages?cursor=" + tampered), "cursor");
        assertBadField(customer(UUID.randomUUID()).get("/messages?cursor=" + cursor), "cursor");
        assertThat(customer().get("/messages?cursor=" + cursor).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=101,limit",
        "limit=ten,limit",
        "limit=0x10,limit",
        "limit=%D9%A3,limit",
        "page=%2B1,page",
        "size=%205%20,size",
        "status=%00,status",
        "cursor=%00,cursor",
        "size=101,size",
        "page=-1,page",
        "status=new,status",
        "page=1&cursor=x,page"
    })
    void shouldRefuseABadQueryNamingTheField(String query, String field) {
        assertBadField(customer().get("/messages?" + query), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s/read", "%s/unread"})
    void shouldNotFindAnothersMessage(String path) {
        UUID other = UUID.randomUUID();
        UUID others = deliver(other, UUID.randomUUID(), today, template(UUID.randomUUID(), SUBJECT, ""));
        String url = "/messages/" + path.formatted(others);

        Answer answer = path.equals("%s") ? customer().get(url) : customer().put(url);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:promo:problem:message-not-found");
        assertThat(as(Role.OWNER)
                        .sql("SELECT count(*) FROM inbox_message WHERE user_id = ? AND NOT is_read")
                        .param(other)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void shouldNotFindWhatIsNoMessageIdOrLiesInNoYear() {
        assertThat(customer().get("/messages/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(customer()
                        .get("/messages/7fffffff-0000-8000-8000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(customer()
                        .get("/messages/80000000-0000-8000-8000-000000000000")
                        .status())
                .isEqualTo(404);
        assertBadField(customer().get("/messages/latest"), "messageId");
    }

    private List<Position> deliverOnDates(LocalDate... dates) {
        List<Position> expected = new ArrayList<>();
        for (LocalDate date : dates) {
            List<UUID> events = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            events.forEach(event -> deliver(event, date));
            for (int last = events.size() - 1; last >= 0; last--) {
                expected.add(new Position(date, events.get(last)));
            }
        }
        return expected;
    }

    private static void assertBadField(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    private static List<Position> positions(Answer answer) {
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(MessageListTest::position)
                .toList();
    }

    private static Position position(JsonNode item) {
        return new Position(
                LocalDate.parse(item.get("dispatchDate").asString()),
                UUID.fromString(item.get("eventId").asString()));
    }
}
