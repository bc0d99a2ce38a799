package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api.Answer;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

@ManagerTest
class AccessTest {

    @Autowired
    private Api api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs",
                "/runs?state=RUNNING&limit=3",
                "/schedule",
                "/workers",
                "/dead-letters",
                "/outbox?status=FAILED",
                "/audience/values",
                "/v3/api-docs"
            })
    void shouldAnswerHeadWhereItAnswersGet(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
        assertThat(api.head(path).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowHealthToAnyoneAtThePortForManagementOnly() {
        assertThat(api.manage("/actuator/health").status()).isEqualTo(200);
        assertThat(api.manage("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(api.manage("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(api.manage("/runs").status()).isEqualTo(401);
        assertThat(api.get("/actuator/health").status()).isEqualTo(404);
        assertThat(api.get("/actuator/prometheus", "admin").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/runs?stat=RUNNING, stat",
        "/runs?limit=3&limit=4, limit",
        "/runs?date=, date",
        "/schedule?Status=DRAFT, Status",
        "/workers?limit=3, limit",
        "/dead-letters?replayed=, replayed",
        "/audience/values?country=DE, country"
    })
    void shouldNameAParameterThatTheRouteCannotTake(String path, String parameter) {
        refused(api.get(path), parameter);
    }

    /** Each of these would do the thing in earnest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /runs?dryRun=true          | {}                                 | dryRun
                    /runs                      | {"dryRun":null}                    | dryRun
                    /backfills                 | {"dryRun":null}                    | dryRun
                    /audience/forget           | {"userId":null,"dryRun":null}      | dryRun
                    /dead-letters/replay       | {"dryRun":null}                    | dryRun
                    /outbox/replay             | {"dryRun":null}                    | dryRun
                    /runs/stop-all             | {"dryRun":true}                    | body
                    /runs/stop-all?dryRun=true | {}                                 | dryRun
                    """)
    void shouldRefuseADryRunThatWouldBeNone(String path, String body, String field) {
        refused(api.postJson(path, body), field);
    }

    @Test
    void shouldRefuseADryRunOfAnImportThatIsMisspelt() {
        refused(api.postCsv("/audience/import?dryrun=true", ""), "dryrun");
        refused(api.postCsv("/audience/import?dryRun=", ""), "dryRun");
    }

    @Test
    void shouldRefuseABodyThatIsLongerThanAnyItTakes() {
        String body = "{\"dryRun\":true" + " ".repeat(100_000) + "}";
        for (String path : List.of("/runs", "/backfills", "/audience/forget", "/outbox/replay")) {
            Answer answer = api.postJson(path, body);
            assertThat(answer.status()).as(path).isEqualTo(413);
            assertThat(answer.body().path("type").asString()).isEqualTo("urn:promo:problem:content-too-large");
        }
        assertThat(api.postJson("/runs/" + UUID.randomUUID() + "/pause", body).status())
                .isEqualTo(413);
    }

    /** As text, a message with a line break in it would write a line of its own. */
    @Test
    void shouldLogAsTheOtherServicesDo() throws IOException {
        assertThat(new YamlPropertySourceLoader()
                        .load("service", new ClassPathResource("application.yml"))
                        .get(0)
                        .getProperty("logging.structured.format.console"))
                .isEqualTo("ecs");
    }

    private static void refused(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
