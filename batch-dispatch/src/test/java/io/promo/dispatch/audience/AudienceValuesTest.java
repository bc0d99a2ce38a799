package io.promo.dispatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.ManagerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ManagerTest
class AudienceValuesTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void shouldSuggestWhatCustomersHaveMostOftenAsSoonAsTheyAreImported() {
        String common = "with \"quotes\", {a} \\ and ü " + UUID.randomUUID();
        String rarer = "rarer-" + UUID.randomUUID();
        String csv = csv(common, rarer);
        api.postCsv("/audience/import?dryRun=true", csv);
        assertThat(values("segments")).doesNotContain(common);

        api.postCsv("/audience/import", csv);

        assertThat(values("segments")).containsSubsequence(common, rarer).doesNotHaveDuplicates();
        assertThat(values("countries")).containsSubsequence("MC", "LI").doesNotContain("");
        assertThat(values("locales")).containsSubsequence("fr-MC", "de-LI").doesNotContain("");
    }

    @Test
    void shouldSuggestWhatWasGenerated() {
        api.post("/audience/generate", Map.of("count", more(), "seed", 77));
        assertThat(values("segments")).contains("regular", "newsletter", "new", "vip");
        assertThat(values("countries")).contains("DE", "US");
        assertThat(values("locales")).contains("de-DE");
    }

    @Test
    void shouldSuggestNothingToCustomers() {
        assertThat(api.get("/audience/values", "customer").status()).isEqualTo(403);
    }

    private String csv(String common, String rarer) {
        StringBuilder csv = new StringBuilder("user_id,name,country,locale,segments\n");
        for (long line = 0, lines = more(); line < lines; line++) {
            csv.append(UUID.randomUUID())
                    .append(line % 5 == 0 ? ",A,,,\"" : line % 3 == 0 ? ",A,LI,de-LI,\"" : ",A,MC,fr-MC,\"")
                    .append(common.replace("\"", "\"\""))
                    .append(line % 4 == 0 ? "|" + rarer : "")
                    .append("\"\n");
        }
        return csv.toString();
    }

    /** So many customers that the statistics do not hold any more, whatever other tests have left behind. */
    private long more() {
        long known = jdbc.sql("SELECT greatest(count(*), (SELECT reltuples FROM pg_class"
                        + " WHERE oid = 'customer'::regclass)::bigint) FROM customer")
                .query(Long.class)
                .single();
        return 300 + known / 4;
    }

    private List<String> values(String kind) {
        List<String> values = new ArrayList<>();
        api.get("/audience/values", "viewer").body().get(kind).forEach(value -> values.add(value.asString()));
        return values;
    }
}
