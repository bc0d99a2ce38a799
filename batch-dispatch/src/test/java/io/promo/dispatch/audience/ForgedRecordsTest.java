package io.promo.dispatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Text in a field of a file, which anybody may have written, is never taken for another customer's record. */
@ManagerTest
class ForgedRecordsTest {

    private static final String HEADER = "user_id,name,email,country,locale,time_zone,segments,unsubscribed\n";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private final UUID writer = UUID.randomUUID();
    private final UUID victim = UUID.randomUUID();
    private final UUID next = UUID.randomUUID();

    @BeforeEach
    void thereIsAVictim() {
        api.postCsv("/audience/import", HEADER + victim + ",Victim,victim@example.org,,,,,false\n");
    }

    /** W: the writer of the text, V: the victim, N: the next customer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "W,\"Eve\nV,Mallory,eve@evil.example,,,,,\nx\",,,,,,\n",
                "W,\"Eve\r\nV,Mallory,eve@evil.example,,,,,true\r\n\",,,,,,\r\nN,Next,,,,,,\r\n",
                "W,Eve,\"\"\"\nV,Mallory,,,,,,true\n\"\"\",,,,,\n",
                "W,Eve,,,,,\"a|b\nV,Mallory,,,,,,true\n\",\n",
                "W, \"Eve\nV,Mallory,,,,,,true\n\",,,,,,\n",
                "W,\"Eve\nV,Mallory,,,,,,true\n",
                "W,5\" nail,,,,,,\nN,\"Eve\nV,Mallory,,,,,,true\n\",,,,,,\n",
                "W,\"Eve\"x\"\nV,Mallory,,,,,,true\n\",,,,,,\n",
                "W,Eve,,,,,,\rV,Mallory,,,,,,true\nN,Next,,,,,,\n",
                "W,\"Eve\rV,Mallory,,,,,,true\r\",,,,,,\n",
                "W,\"Eve,,,,,,\nN,Next,,,,,,\nW,\"\nV,Mallory,,,,,,true\n\",,,,,,\n",
            })
    void shouldReadNothingWithinAFieldAsACustomer(String template) {
        Map<String, Object> before = row(victim);

        Answer answer = api.postCsv("/audience/import", HEADER + file(template));

        assertThat(row(victim)).as(answer.body().toString()).isEqualTo(before);
        assertThat(answer.status() == 400 || answer.body().get("rejected").asLong() == 1)
                .as(answer.body().toString())
                .isTrue();
    }

    @Test
    void shouldReadNothingWithinAnOverlongFieldAsACustomer() {
        Map<String, Object> before = row(victim);

        Answer answer = api.postCsv(
                "/audience/import",
                HEADER + file("W,\"" + "x".repeat(20_000) + "\nV,Mallory,,,,,,true\n\",,,,,,\nN,Next,,,,,,\n"));

        assertThat(rejects(answer)).containsExactly("2 is longer than 16384 characters");
        assertThat(row(victim)).isEqualTo(before);
        assertThat(row(next)).containsEntry("display_name", "Next");
    }

    @Test
    void shouldRejectARecordOfSeveralLinesAsOneAndGoOnAfterIt() {
        Answer answer = api.postCsv(
                "/audience/import",
                HEADER + file("W,\"Eve\nV,Mallory,eve@evil.example,,,,,\nx\",,,,,,\n17,Bad,,,,,,\nN,Next,,,,,,\n"));

        assertThat(rejects(answer)).containsExactly("2 name: contains a line break", "5 user_id: is not a UUID: 17");
        assertThat(row(next)).containsEntry("display_name", "Next");
    }

    @Test
    void shouldRejectOnlyTheRecordWhereQuotesArePlacedBadlyButTheRecordSurelyEnds() {
        Answer answer = api.postCsv(
                "/audience/import",
                HEADER
                        + file(
                                "W, \"Eve\",,,,,,\nW,Dwayne \"The Rock\" J,,,,,,\nW,\"Eve\" ,,,,,,\nW,\"a\"b\"c\",,,,,,\n"
                                        + "W,Eve,,,\ra,,,\nN,Next,,,,,,\n"));

        assertThat(rejects(answer))
                .containsExactly(
                        "2 name: has a blank before its quote; put the quote directly after the comma",
                        "3 name: has a quote inside; put the whole field in quotes and write each quote inside twice",
                        "4 name: goes on after its closing quote; write each quote inside a quoted field twice",
                        "5 name: goes on after its closing quote; write each quote inside a quoted field twice",
                        "6 locale: has a carriage return without a line feed; end lines with LF or CRLF");
        assertThat(row(next)).containsEntry("display_name", "Next");
    }

    @Test
    void shouldRefuseAFileOfWhichNobodyCanSayWhereARecordEnds() {
        assertThat(refusal("N,Next,,,,,,\nW,\"Eve,,,,,,\nN,Next,,,,,,\n"))
                .isEqualTo("line 3 name: is quoted and never closed, so it is not sure where the record ends."
                        + " Nothing was imported; correct the file and import it again");
        assertThat(refusal("N,Next,,,,,,\nW,5\" nail,,,,,,\nN,6\" nail,,,,,,\n"))
                .startsWith("line 3 name: has a quote inside; put the whole field in quotes")
                .contains("not sure where the record ends. Nothing was imported");
        assertThat(jdbc.sql("SELECT count(*) FROM customer WHERE user_id = ?")
                        .param(next)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String refusal(String template) {
        Answer answer = api.postCsv("/audience/import", HEADER + file(template));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        return answer.body().get("detail").asString();
    }

    private String file(String template) {
        return template.replaceAll("\\bW,", writer + ",")
                .replaceAll("\\bV,", victim + ",")
                .replaceAll("\\bN,", next + ",");
    }

    private static List<String> rejects(Answer report) {
        assertThat(report.status()).as(report.body().toString()).isEqualTo(200);
        return StreamSupport.stream(report.body().get("rejects").spliterator(), false)
                .map(reject ->
                        reject.get("line").asLong() + " " + reject.get("reason").asString())
                .toList();
    }

    private Map<String, Object> row(UUID user) {
        return jdbc.sql("SELECT display_name, email, unsubscribed, changed_at FROM customer WHERE user_id = ?")
                .param(user)
                .query()
                .singleRow();
    }
}
