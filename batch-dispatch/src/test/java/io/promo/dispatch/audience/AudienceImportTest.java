package io.promo.dispatch.audience;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ManagerTest
class AudienceImportTest {

    /** Why not none: what other tests deleted leaves holes, and these are filled first. A hash join makes hundreds. */
    private static final String FREE_SPACE = "breaks in the order";

    private static final String HEADER = "user_id,name,email,country,locale,time_zone,segments,unsubscribed\n";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private final UUID user = UUID.randomUUID();

    @Test
    void shouldTakeInEveryColumnInItsCanonicalForm() {
        Answer report =
                load(HEADER + user + ", Zoë \\ Łukasz ,zoe@example.org,de,DE-at,Europe/Vienna,vip|new;vip,TRUE\n");

        assertCounts(report, 1, 0, 0, 0);
        Map<String, Object> row = row();
        assertThat(row)
                .containsEntry("display_name", "Zoë \\ Łukasz")
                .containsEntry("email", "zoe@example.org")
                .containsEntry("country", "DE")
                .containsEntry("locale", "de-AT")
                .containsEntry("time_zone", "Europe/Vienna")
                .containsEntry("segments", "new|vip")
                .containsEntry("unsubscribed", true);
        assertThat(row.get("unsubscribed_at")).isEqualTo(row.get("imported_at")).isEqualTo(row.get("changed_at"));
    }

    /** New ones and changed ones, of two imports in no order; what the other tests bring is left out by the segment. */
    @Test
    void shouldWriteCustomersInTheOrderInWhichRunsReadThem() {
        List<UUID> all = Stream.generate(UUID::randomUUID).limit(3_000).toList();

        load("user_id,name,segments\n" + lines(all.subList(0, 2_000), "ordered"));
        assertThat(outOfOrder("ordered")).as(FREE_SPACE).isLessThan(20);

        load("user_id,name,segments\n" + lines(all.subList(1_000, 3_000), "reordered"));
        assertThat(outOfOrder("reordered")).as(FREE_SPACE).isLessThan(20);
        jdbc.sql("DELETE FROM customer WHERE segments && '{ordered,reordered}'").update();
    }

    private static String lines(List<UUID> users, String segment) {
        return users.stream().map(one -> one + ",Ann," + segment + "\n").collect(Collectors.joining());
    }

    /** How many customers lie before the one whose id is the next smaller. */
    private long outOfOrder(String segment) {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT ctid < lag(ctid) OVER (ORDER BY user_id) AS before
                                              FROM customer WHERE segments = ARRAY[?::text]) AS c WHERE before""").param(segment).query(Long.class).single();
    }

    @Test
    void shouldReadByteOrderMarkCrlfQuotesAndColumnsInAnyOrder() {
        Answer report = load("\uFEFFNAME,\"user_id\"\r\n\"O'Brien, \"\"Bob\"\" 🎈\"," + user + "\r\n\r\n");

        assertCounts(report, 1, 0, 0, 0);
        assertThat(row())
                .containsEntry("display_name", "O'Brien, \"Bob\" 🎈")
                .containsEntry("country", "")
                .containsEntry("time_zone", "UTC")
                .containsEntry("segments", "");
    }

    @Test
    void shouldRejectEachBadLineWithItsNumberAndKeepTheGoodOnes() {
        Answer report = load(HEADER
                + "17,Ann,,,,,,\n"
                + user + ",,,,,,,\n"
                + user + ",Ann,ann.example.org,,,,,\n"
                + user + ",Ann,,Germany,,,,\n"
                + user + ",Ann,,,de_DE,,,\n"
                + user + ",Ann,,,,Mars/Olympus,,\n"
                + user + ",Ann,,,,,," + "maybe\n"
                + user + ",\"Ann\"x,,,,,,\n"
                + user + ",Ann\n"
                + user + "," + "x".repeat(201) + ",,,,,,\n"
                + user + ",A\u0007nn,,,,,,\n"
                + user + ",Ann,,,,," + "s".repeat(65) + ",\n"
                + "x".repeat(20_000) + "\n"
                + user + ",Ann,,,,,,\n"
                + user + ",Bea,,,,,,\n");

        assertCounts(report, 1, 0, 0, 14);
        assertThat(rejects(report))
                .containsExactly(
                        "2 user_id: is not a UUID: 17",
                        "3 name: must have 1 to 200 characters that can be seen",
                        "4 email: is not an address: ann.example.org",
                        "5 country: must be two letters (ISO 3166), such as DE: Germany",
                        "6 locale: is not a BCP 47 tag, such as de-DE: de_DE",
                        "7 time_zone: is not an IANA time zone, such as Europe/Berlin: Mars/Olympus",
                        "8 unsubscribed: must be true or false: maybe",
                        "9 name: goes on after its closing quote; write each quote inside a quoted field twice",
                        "10 has 2 fields, the header has 8",
                        "11 name: must have 1 to 200 characters that can be seen",
                        "12 name: contains a control character (U+0007)",
                        "13 segments: at most 50, each of at most 64 characters, separated by | or ;",
                        "14 is longer than 16384 characters",
                        "16 user_id: repeats line 15, which stands");
        assertThat(row()).containsEntry("display_name", "Ann");
    }

    @Test
    void shouldRejectALineThatIsNotUtf8() {
        Answer report = api.postCsv("/audience/import", (HEADER + user + ",Jürgen,,,,,,\n").getBytes(ISO_8859_1));

        assertThat(rejects(report)).containsExactly("2 name: contains bytes that are not UTF-8");
        assertThat(load(HEADER + user + ",J\uFFFDrgen,,,,,,\n")
                        .body()
                        .get("inserted")
                        .asInt())
                .isOne();
    }

    @Test
    void shouldMoveChangedAtOnlyWhenSomethingChanged() {
        load(HEADER + user + ",Ann,,DE,,,a|b,false\n");
        Map<String, Object> before = row();

        assertCounts(load(HEADER + user + ",Ann,,de,,UTC,b;a,\n"), 0, 0, 1, 0);
        assertThat(row()).isEqualTo(before);

        assertCounts(load(HEADER + user + ",Ann,,AT,,UTC,b;a,\n"), 0, 1, 0, 0);
        assertThat(row()).containsEntry("country", "AT").containsEntry("imported_at", before.get("imported_at"));
        assertThat(row().get("changed_at")).isNotEqualTo(before.get("changed_at"));
    }

    @Test
    void shouldLeaveWhatTheFileDoesNotSpeakOf() {
        load(HEADER + user + ",Ann,ann@example.org,DE,de-DE,Europe/Berlin,a,true\n");

        assertCounts(load("user_id,name\n" + user + ",Anne\n"), 0, 1, 0, 0);

        assertThat(row())
                .containsEntry("display_name", "Anne")
                .containsEntry("email", "ann@example.org")
                .containsEntry("segments", "a")
                .containsEntry("unsubscribed", true);
    }

    @Test
    void shouldNeverSubscribeAgainWhomAnImportUnsubscribed() {
        load(HEADER + user + ",Ann,,,,,,true\n");
        Object since = row().get("unsubscribed_at");

        load(HEADER + user + ",Anne,,,,,,false\n");

        assertThat(row())
                .containsEntry("display_name", "Anne")
                .containsEntry("unsubscribed", true)
                .containsEntry("unsubscribed_at", since);
    }

    @Test
    void shouldLeaveWhatABlankCellStandsForAndClearItWithAHyphen() {
        load(HEADER + user + ",Ann,ann@example.org,DE,de-DE,Europe/Berlin,a|b,\n");

        assertCounts(load(HEADER + user + ",Ann, ,,,\"\",,\n"), 0, 0, 1, 0);
        assertCounts(load(HEADER + user + ",Ann,-,-,-,-,-,\n"), 0, 1, 0, 0);

        assertThat(row())
                .containsEntry("email", null)
                .containsEntry("country", "")
                .containsEntry("locale", "")
                .containsEntry("time_zone", "UTC")
                .containsEntry("segments", "");
    }

    @Test
    void shouldChangeNothingInADryRunAndReportTheSame() {
        String file = HEADER + user + ",Ann,,,,,,\nbad,Ben,,,,,,\n" + user + ",Ann,,,,,,\n";

        Answer rehearsal = api.postCsv("/audience/import?dryRun=true", file);
        assertThat(rehearsal.body().get("dryRun").asBoolean()).isTrue();
        assertThat(count(user)).isZero();

        Answer real = load(file);
        assertThat(real.body().get("rejects")).isEqualTo(rehearsal.body().get("rejects"));
        assertCounts(rehearsal, 1, 0, 0, 2);
        assertCounts(real, 1, 0, 0, 2);
    }

    @Test
    void shouldRefuseAFileWhoseHeaderCannotBeUsed() {
        assertThat(refusal(""))
                .isEqualTo("body is empty; the first line names the columns: "
                        + "user_id, name, email, country, locale, time_zone, segments, unsubscribed");
        assertThat(refusal("user_id,name,name\n")).startsWith("header names a column twice");
        assertThat(refusal("user_id,email\n")).startsWith("header must name user_id, name");
    }

    @Test
    void shouldTakeInManyLinesAndCountAllOfManyRejects() {
        int lines = 60_000;
        List<InputStream> parts = IntStream.range(0, 60)
                .mapToObj(part -> (InputStream)
                        new ByteArrayInputStream(thousandLines(part).getBytes(UTF_8)))
                .toList();
        Answer report = api.postCsv(
                "/audience/import",
                () -> new SequenceInputStream(
                        new ByteArrayInputStream(HEADER.getBytes(UTF_8)),
                        new SequenceInputStream(Collections.enumeration(parts))));

        assertCounts(report, lines - 1_200, 0, 0, 1_200);
        assertThat(rejects(report))
                .hasSize(1_000)
                .first()
                .isEqualTo("2 name: must have 1 to 200 characters that can be seen");
        assertThat(report.body().get("rejectsTruncated").asBoolean()).isTrue();
    }

    /** Every fiftieth without a name. */
    private static String thousandLines(int part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append(UUID.randomUUID())
                    .append(i % 50 == 0 ? "," : ",Customer " + part)
                    .append(",,DE,de-DE,Europe/Berlin,new|vip,\n");
        }
        return text.toString();
    }

    private Answer load(String csv) {
        Answer report = api.postCsv("/audience/import", csv);
        assertThat(report.status()).as(report.body().toString()).isEqualTo(200);
        return report;
    }

    private String refusal(String csv) {
        Answer answer = api.postCsv("/audience/import", csv);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().get("detail").asString();
    }

    private static void assertCounts(Answer report, long inserted, long updated, long unchanged, long rejected) {
        JsonNode body = report.body();
        assertThat(List.of(
                        body.get("inserted").asLong(),
                        body.get("updated").asLong(),
                        body.get("unchanged").asLong(),
                        body.get("rejected").asLong()))
                .as(body.toString())
                .containsExactly(inserted, updated, unchanged, rejected);
        assertThat(body.get("accepted").asLong()).isEqualTo(inserted + updated + unchanged);
    }

    private static List<String> rejects(Answer report) {
        return StreamSupport.stream(report.body().get("rejects").spliterator(), false)
                .map(reject ->
                        reject.get("line").asLong() + " " + reject.get("reason").asString())
                .toList();
    }

    private Map<String, Object> row() {
        return jdbc.sql("""
                        SELECT display_name, email, country, locale, time_zone, unsubscribed, imported_at, changed_at,
                               unsubscribed_at, array_to_string(segments, '|') AS segments
                        FROM customer WHERE user_id = ?
                        """).param(user).query().singleRow();
    }

    private long count(UUID userId) {
        return jdbc.sql("SELECT count(*) FROM customer WHERE user_id = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }
}
