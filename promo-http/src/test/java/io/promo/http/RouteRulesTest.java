package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request that says what its route does not know is refused: a misspelt {@code dryRun} would otherwise send. */
@TillTest
class RouteRulesTest {

    private final MockMvc till;

    RouteRulesTest(@Autowired WebApplicationContext context) {
        till = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST /close?dryrun=true              | dryrun   | is unknown; check its spelling
                    POST /close?dry_run=true             | dry_run  | is unknown; check its spelling
                    POST /close?dryRun=true&DryRun=true  | DryRun   | is unknown; check its spelling
                    POST /closings?dryRun=true           | dryRun   | is unknown; check its spelling
                    GET /drawer?key=wrong&lock=yes       | lock     | is unknown; check its spelling
                    GET /search?q=a&Limit=3              | Limit    | is unknown; check its spelling
                    GET /search?search.limit=3           | search.limit | is unknown; check its spelling
                    POST /close?dryRun=true&dryRun=false | dryRun   | is given more than once
                    GET /search?limit=1&limit=2          | limit    | is given more than once
                    GET /search?q=a&q=b                  | q        | is given more than once
                    POST /close?dryRun=                  | dryRun   | is empty; leave it out or give it a value
                    POST /close?dryRun                   | dryRun   | is empty; leave it out or give it a value
                    POST /close?dryRun=%20               | dryRun   | is empty; leave it out or give it a value
                    GET /search?limit=                   | limit    | is empty; leave it out or give it a value
                    GET /search?wrapping=                | wrapping | is empty; leave it out or give it a value
                    """)
    void shouldNameAParameterThatTheRouteCannotTake(String request, String parameter, String message) throws Exception {
        refused(request(request), parameter, message);
    }

    @Test
    void shouldNameAllThatIsWrong() throws Exception {
        assertThat(cashier(request("GET /search?limit=&colour=red&colour=blue&shape=round"))
                        .getContentAsString())
                .contains("colour is unknown", "limit is empty", "shape is unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST /close                                                 | closed
                    POST /close?dryRun=true                                     | tried
                    GET /search                                                 | Search[q=null, limit=null, returned=null, wrapping=null]
                    GET /search?q=&wrapping=FOIL&limit=3&wrapping=PAPER&returned=true | Search[q=, limit=3, returned=true, wrapping=[FOIL, PAPER]]
                    """)
    void shouldTakeWhatTheRouteKnows(String request, String answer) throws Exception {
        assertThat(cashier(request(request)).getContentAsString()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream"})
    void shouldRefuseABodyWhereNoneBelongs(String type) throws Exception {
        String body = "dryRun=true";

        refused(request("POST /close").contentType(type).content(body), "body", "is not taken here; leave it out");
        refused(request("GET /search").contentType(type).content(body), "body", "is not taken here; leave it out");
        assertThat(cashier(request("POST /close").contentType(type).content("")).getContentAsString())
                .isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /closings | {"dryRun":null}
                    /sales    | {"article":"rose","pieces":1,"dryRun":null}
                    /sales    | {"article":"rose","pieces":null,"dryRun":true}
                    """)
    void shouldRefuseANullThatCouldBeTakenForNo(String path, String body) throws Exception {
        String field = body.contains("\"dryRun\":null") ? "dryRun" : "pieces";

        refused(post(path).contentType(MediaType.APPLICATION_JSON).content(body), field, "must not be null");
    }

    @Test
    void shouldTakeAFlagThatIsLeftOutForNo() throws Exception {
        assertThat(cashier(post("/closings")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                        .getContentAsString())
                .isEqualTo("closed");
    }

    /** At the start, that is: nobody has asked for it yet. */
    @Test
    void shouldNotKnowARouteWhoseQueryIsNoRecord(@Autowired RequestMappingHandlerAdapter adapter) throws Exception {
        var method = new HandlerMethod(this, getClass().getDeclaredMethod("byBean", ProblemDetail.class));
        var rules = new RouteRules(adapter::getArgumentResolvers);

        assertThatThrownBy(() -> rules.know(List.of(method)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a record");
    }

    void byBean(ProblemDetail query) {}

    private static MockHttpServletRequestBuilder request(String line) {
        URI address = URI.create(line.substring(line.indexOf(' ') + 1));
        return line.startsWith("GET ") ? get(address) : post(address);
    }

    private void refused(MockHttpServletRequestBuilder request, String field, String message) throws Exception {
        MockHttpServletResponse answer = cashier(request);
        assertThat(answer.getStatus()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.getContentAsString());
        assertThat(problem.path("type").asString()).isEqualTo("urn:promo:problem:bad-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).isEqualTo(message);
    }

    private MockHttpServletResponse cashier(MockHttpServletRequestBuilder request) throws Exception {
        return till.perform(request.with(jwt().authorities(new SimpleGrantedAuthority("ROLE_cashier"))))
                .andReturn()
                .getResponse();
    }
}
