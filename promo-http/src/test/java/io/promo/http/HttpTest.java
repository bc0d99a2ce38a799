package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every service tells its callers. Nobody answers at the issuer's address. */
@TillTest
class HttpTest {

    private final MockMvc till;

    HttpTest(@Autowired WebApplicationContext context) {
        till = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"article":"rose","pieces":1,"dryrun":true}    | dryrun  | is unknown; check its spelling
                    {"article":"rose","pieces":1.5}                | pieces  | has a value of the wrong kind
                    {"article":"rose","pieces":"1"}                | pieces  | has a value of the wrong kind
                    {"article":"rose","pieces":1,"wrapping":"PAPER"} | wrapping | must be one of paper, foil, not "PAPER"
                    {"article":"rose",                             | body    | is no JSON that can be read
                    {"pieces":1,"pieces":2}                        | body    | is no JSON that can be read
                    """)
    void shouldNameTheFieldOfABodyThatIsWrong(String body, String field, String message) throws Exception {
        JsonNode problem =
                problem(post("/sales").contentType(MediaType.APPLICATION_JSON).content(body), 400, "bad-request");

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /sales/rose?date=2026-05-01                                                    | id    | must be a UUID
                    /sales/00000000-0000-4000-8000-000000000001?date=May                           | date  | must be a date such as 2026-05-01
                    /sales/00000000-0000-4000-8000-000000000001?date=2026-05-01&since=now          | since | must be an instant such as 2026-05-01T09:00:00Z
                    /sales/00000000-0000-4000-8000-000000000001                                    | date  | is missing
                    /drawer?key=wrong                                                              | key   | does not fit
                    """)
    void shouldNameTheParameterThatIsWrong(String path, String parameter, String message) throws Exception {
        JsonNode problem = problem(get(path), 400, "bad-request");

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/message").asString()).isEqualTo(message);
        assertThat(problem.at("/detail").asString()).isEqualTo(parameter + " " + message);
    }

    /** Whatever the service's own last rule says: the till's lets a cashier do anything. */
    @ParameterizedTest
    @CsvSource({"cashier, 403", "customer, 403", "viewer, 404", "operator, 404", "admin, 404"})
    void shouldShowActuatorToStaffOnly(String role, int status) throws Exception {
        for (String path : new String[] {"/actuator", "/actuator/metrics", "/actuator/env/x"}) {
            var caller = jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role));
            assertThat(till.perform(get(path).with(caller))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(status);
        }
    }

    @Test
    void shouldTellProblemsOfWhateverSort() throws Exception {
        problem(get("/sales/00000000-0000-4000-8000-000000000001?date=2026-05-01"), 404, "not-found");
        problem(get("/nowhere"), 404, "not-found");
        problem(get("/sales"), 405, "method-not-allowed");
        problem(get("/drawer?key=open"), 409, "drawer-open");
        assertThat(problem(get("/drawer?key=none"), 500, "internal").toString()).doesNotContain("secret internals");
    }

    @Test
    void shouldAskToTryAgainWhileTheDatabaseIsAway() throws Exception {
        problem(get("/drawer?key=broken"), 503, "database-unavailable");

        assertThat(cashier(get("/drawer?key=broken")).getHeader("Retry-After")).isEqualTo("2");
    }

    @Test
    void shouldTellStrangersAndOthersApart() throws Exception {
        MockHttpServletResponse stranger =
                till.perform(get("/sales")).andReturn().getResponse();
        MockHttpServletResponse other =
                till.perform(get("/sales").with(jwt())).andReturn().getResponse();

        assertThat(stranger.getStatus()).isEqualTo(401);
        assertThat(stranger.getHeader("WWW-Authenticate")).startsWith("Bearer");
        assertBody(stranger).contains("not meant for till", "urn:promo:problem:unauthenticated");
        assertThat(other.getStatus()).isEqualTo(403);
        assertBody(other).contains("cashiers sell.", "urn:promo:problem:forbidden");
    }

    @Test
    void shouldAskToTryAgainWhileTokensCannotBeVerified() throws Exception {
        MockHttpServletResponse answer = till.perform(get("/sales").header("Authorization", "Bearer a.b.c"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertBody(answer).contains("urn:promo:problem:issuer-unavailable");
    }

    /** As Spring Security throws it when the issuer's keys were fetched once and cannot be fetched anew. */
    @Test
    void shouldAskToTryAgainWhileTheIssuersKeysCannotBeFetchedAnew() throws Exception {
        var answer = new MockHttpServletResponse();

        new IssuerAway().doFilter(new MockHttpServletRequest("GET", "/sales"), answer, (asked, answered) -> {
            throw new AuthenticationServiceException("no answer");
        });

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertBody(answer).contains("urn:promo:problem:issuer-unavailable");
    }

    @Test
    void shouldLetBrowsersInFromTheAllowedOriginsOnly() throws Exception {
        MockHttpServletRequestBuilder preflight = options("/sales").header("Access-Control-Request-Method", "POST");

        MockHttpServletResponse allowed = till.perform(
                        preflight
                                .header("Origin", "https://shop.example")
                                .header(
                                        "Access-Control-Request-Headers",
                                        "accept, authorization, cache-control, content-type, if-match, idempotency-key, last-event-id"))
                .andReturn()
                .getResponse();
        assertThat(allowed.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(allowed.getHeader("Access-Control-Allow-Headers")).contains("last-event-id", "cache-control");
        assertThat(till.perform(options("/sales")
                                .header("Access-Control-Request-Method", "POST")
                                .header("Origin", "https://evil.example"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://shop.example.evil.example"})
    void shouldTellAPageFromElsewhereThatItIsNotAllowed(String origin) throws Exception {
        MockHttpServletResponse answer = cashier(get("/sales").header("Origin", origin));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertBody(answer).contains("urn:promo:problem:foreign-origin", "\"instance\":\"/sales\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00", "a%0ab"})
    void shouldRefuseTheNameOfAParameterThatIsNone(String name) throws Exception {
        problem(get(URI.create("/drawer?key=open&" + name + "=x")), 400, "bad-request");
    }

    @Test
    void shouldSayInTheApiWhichFieldsAreAlwaysThereAndWhichMayBeNull() throws Exception {
        String api = till.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString();
        JsonNode sale = JsonMapper.shared().readTree(api).at("/components/schemas/Sale");

        assertThat(values(sale.at("/required"))).containsExactlyInAnyOrder("article", "pieces");
        assertThat(sale.at("/properties/article/type").asString()).isEqualTo("string");
        assertThat(values(sale.at("/properties/dryRun/type"))).containsExactlyInAnyOrder("boolean", "null");
        assertThat(values(sale.at("/properties/wrapping/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(values(sale.at("/properties/wrapping/enum"))).containsExactlyInAnyOrder("paper", "foil", "null");
        assertThat(sale.at("/properties/returned/anyOf/0/$ref").asString()).endsWith("/Return");
        assertThat(sale.at("/properties/returned/anyOf/1/type").asString()).isEqualTo("null");
    }

    private static Stream<String> values(JsonNode array) {
        return array.valueStream().map(value -> value.asString("null"));
    }

    private JsonNode problem(MockHttpServletRequestBuilder request, int status, String slug) throws Exception {
        MockHttpServletResponse answer = cashier(request);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.getContentAsString());
        assertThat(problem.path("type").asString()).isEqualTo("urn:promo:problem:" + slug);
        assertThat(problem.path("instance").asString()).startsWith("/");
        return problem;
    }

    private MockHttpServletResponse cashier(MockHttpServletRequestBuilder request) throws Exception {
        return till.perform(request.with(jwt().authorities(new SimpleGrantedAuthority("ROLE_cashier"))))
                .andReturn()
                .getResponse();
    }

    private static AbstractStringAssert<?> assertBody(MockHttpServletResponse answer) throws Exception {
        return assertThat(answer.getContentAsString());
    }
}
