package io.promo.dispatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What looks the same in a file is the same customer's data; what cannot be seen does not get in. */
@ManagerTest
class ImportedTextTest {

    private static final String HEADER = "user_id,name,email,country,locale,segments\n";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private final UUID user = UUID.randomUUID();

    @Test
    void shouldLeaveOutBlanksThatCannotBeSeen() {
        load(user + "\u00A0,Ann\u00A0\u200B,ann@example.org\u200B,DE\u2007,\uFEFFde-DE,vip\u00A0|\u200Bnew\u2060\n");

        assertThat(row())
                .containsEntry("display_name", "Ann")
                .containsEntry("email", "ann@example.org")
                .containsEntry("country", "DE")
                .containsEntry("locale", "de-DE")
                .containsEntry("segments", "new|vip");
        assertThat(load(user + ",Ann,ann@exa\u00ADmple.org,DE,de-DE,ne\u200Bw|vip\n").get("unchanged"))
                .isEqualTo(1);
    }

    @Test
    void shouldKeepCharactersOfOneFormOnly() {
        load(user + ",Zoe\u0308,,,,Cafe\u0301\n");
        assertThat(row()).containsEntry("display_name", "Zo\u00EB").containsEntry("segments", "Caf\u00E9");
        assertThat(load(user + ",Zo\u00EB,,,,Caf\u00E9\n").get("unchanged")).isEqualTo(1);
    }

    @Test
    void shouldRejectANameOfWhichNothingIsSeen() {
        for (String name : new String[] {"\u00A0", "\u200B\u2060", "\"\u3164 \uFEFF\""}) {
            Answer answer = api.postCsv("/audience/import", HEADER + user + "," + name + ",,,,\n");
            assertThat(answer.body().at("/rejects/0/reason").asString())
                    .isEqualTo("name: must have 1 to 200 characters that can be seen");
        }
    }

    @Test
    void shouldTakeACellOfWhichNothingIsSeenForABlankOne() {
        load(user + ",Ann,ann@example.org,DE,de-DE,vip\n");
        assertThat(load(user + ",Ann,\u200B,\u00A0,\u2003,\uFEFF\n").get("unchanged"))
                .isEqualTo(1);
    }

    @Test
    void shouldRejectTextOfTwoLinesHoweverTheyAreSeparated() {
        for (String end : new String[] {"\u2028", "\u2029", "\u0085"}) {
            Answer answer = api.postCsv("/audience/import", HEADER + user + ",Ann" + end + "Bea,,,,\n");
            assertThat(answer.body().at("/rejects/0/reason").asString()).isEqualTo("name: contains a line break");
        }
    }

    @Test
    void shouldShowWhatCannotBeSeenInARejectedValue() {
        Answer answer = api.postCsv("/audience/import", HEADER + user + ",Ann,ann\u00A0b@example.org,,,\n");
        assertThat(answer.body().at("/rejects/0/reason").asString())
                .isEqualTo("email: is not an address: annU+00A0b@example.org");
    }

    private Map<String, Integer> load(String line) {
        Answer answer = api.postCsv("/audience/import", HEADER + line);
        assertThat(answer.body().get("rejected").asInt())
                .as(answer.body().toString())
                .isZero();
        return Map.of("unchanged", answer.body().get("unchanged").asInt());
    }

    private Map<String, Object> row() {
        return jdbc.sql("SELECT display_name, email, country, locale, array_to_string(segments, '|') AS segments"
                        + " FROM customer WHERE user_id = ?")
                .param(user)
                .query()
                .singleRow();
    }
}
