package io.promo.dispatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be asked for, and whom a locale reaches. */
@ManagerTest
class EstimateTest {

    @Autowired
    Api api;

    private final String segment = "seg-" + UUID.randomUUID();

    @Test
    void shouldRefuseMoreValuesThanAnEventMayName() {
        List<String> many = IntStream.range(0, 10_000)
                .mapToObj(i -> "" + (char) ('A' + i % 26) + (char) ('A' + i / 26 % 26))
                .toList();
        assertThat(refusal("countries", many)).isEqualTo("audience.countries may name at most 100 values");
        assertThat(refusal("segments", many.subList(0, 101)))
                .isEqualTo("audience.segments may name at most 100 values");
        List<String> languages =
                many.subList(0, 101).stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        assertThat(refusal("locales", languages)).isEqualTo("audience.locales may name at most 100 values");
    }

    @Test
    void shouldRefuseValuesThatNoEventMayName() {
        assertThat(refusal("countries", List.of("Germany")))
                .isEqualTo("audience.countries \"Germany\" is no two-letter country code such as DE");
        assertThat(refusal("locales", List.of("de_DE")))
                .isEqualTo("audience.locales \"de_DE\" is no language tag such as de or de-AT");
        assertThat(refusal("segments", List.of("s".repeat(65))))
                .isEqualTo("audience.segments may have at most 64 characters");
        assertThat(refusal("segments", List.of(" "))).startsWith("audience.segments is missing");
        assertThat(estimate(Map.of("segments", List.of("a\u0000b"))).status()).isEqualTo(400);
        assertThat(refusal("segments", List.of("a\u0007b")))
                .startsWith("audience.segments contains a control character");
    }

    @ParameterizedTest
    @CsvSource({"de, 4", "de-CH, 2", "de-CH-1996, 1", "tr, 1", "de-DE, 1", "de-AT, 0"})
    void shouldCountWhomALocaleIsARangeFor(String range, long eligible) {
        for (String locale : List.of("de", "de-DE", "de-CH", "de-CH-1996", "tr-DE", "den", "")) {
            api.postCsv(
                    "/audience/import",
                    "user_id,name,locale,segments\n" + UUID.randomUUID() + ",A," + locale + "," + segment + "\n");
        }

        Answer answer = estimate(Map.of("segments", List.of(segment), "locales", List.of(range)));

        assertThat(answer.body().get("eligible").asLong()).isEqualTo(eligible);
        assertThat(answer.body().at("/excluded/3/count").asLong()).isEqualTo(7 - eligible);
    }

    private String refusal(String field, List<String> values) {
        Answer answer = estimate(Map.of(field, values));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("audience." + field);
        return answer.body().get("detail").asString();
    }

    private Answer estimate(Map<String, ?> audience) {
        return api.post("/audience/estimate", Map.of("audience", audience), "viewer");
    }
}
