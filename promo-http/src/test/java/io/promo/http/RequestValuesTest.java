package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One spelling of each kind of value; nothing is dropped or guessed. */
@TillTest
class RequestValuesTest {

    private static final String ID = "00000000-0000-4000-8000-000000000001";

    private final MockMvc stall;

    RequestValuesTest(@Autowired WebApplicationContext context) {
        stall = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "text":"a\\u0000b"                          | text        | contains U+0000
                    "text":"\\u0000"                            | text        | contains U+0000
                    "text":"\\ud800"                            | text        | contains half a character
                    "text":"a\\udc00b"                          | text        | contains half a character
                    "text":5                                    | text        | must be a text
                    "texts":["a","\\u0000"]                     | texts[1]    | contains U+0000
                    "labels":{"a":"\\u0000"}                    | labels.a    | contains U+0000
                    "labels":{"\\u0000":"a"}                    | labels      | contains U+0000
                    "id":"AAAAAAAAAAAAAAAAAAAAAA=="             | id          | must be a UUID
                    "id":"1-1-1-1-1"                            | id          | must be a UUID
                    "id":1                                      | id          | must be a UUID
                    "at":1764547200                             | at          | must be an instant such as 2026-05-01T09:00:00Z
                    "at":1764547200.5                           | at          | must be an instant
                    "at":"1764547200"                           | at          | must be an instant
                    "at":"2026-05-01"                           | at          | must be an instant
                    "at":"2026-06-30T23:59:60Z"                 | at          | must be an instant
                    "at":"2026-06-30T24:00:00Z"                 | at          | must be an instant
                    "at":"+294277-01-01T00:00:00Z"              | at          | must be between 2000-01-01T00:00:00Z and 2200-01-01T00:00:00Z
                    "at":"1999-12-31T23:59:59Z"                 | at          | must be between
                    "date":"2026-11-28T23:00:00.000Z"           | date        | must be a date such as 2026-05-01
                    "date":"2026-11-28T23:00"                   | date        | must be a date
                    "date":"02/30"                              | date        | must be a date
                    "date":"2026-02-30"                         | date        | must be a date
                    "date":20000                                | date        | must be a date
                    "date":[2026,5,1]                           | date        | must be a date
                    "date":"+5874898-01-01"                     | date        | must be between 2000-01-01 and 2199-12-31
                    "date":"2200-01-01"                         | date        | must be between
                    "dates":["2026-05-01","0000-01-01"]         | dates[1]    | must be between
                    "colour":0                                  | colour      | must be one of RED, WHITE
                    "colour":"0"                                | colour      | must be one of RED, WHITE
                    "colour":"red"                              | colour      | must be one of RED, WHITE
                    "pieces":2147483648                         | pieces      | is a number out of range
                    "pieces":"5"                                | pieces      | has a value of the wrong kind
                    "pieces":1e2                                | pieces      | has a value of the wrong kind
                    "number":9223372036854775808                | number      | is a number out of range
                    "gift":1                                    | gift        | has a value of the wrong kind
                    "gift":"true"                               | gift        | has a value of the wrong kind
                    """)
    void shouldNameTheFieldOfABody(String field, String name, String message) throws Exception {
        assertRefused(ordered("{" + field + "}"), name, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text=%00                          | text   | contains U+0000
                    text=a%00b                        | text   | contains U+0000
                    at=1764547200                     | at     | must be an instant
                    at=2026-05-01                     | at     | must be an instant
                    at=%2B1000000000-12-31T23:59:59Z  | at     | must be an instant
                    at=-4714-01-01T00:00:00Z          | at     | must be between
                    date=%2B5874898-01-01             | date   | must be between 2000-01-01 and 2199-12-31
                    date=-4714-11-23                  | date   | must be between
                    date=01/02/26                     | date   | must be a date such as 2026-05-01
                    date=01.02.26                     | date   | must be a date
                    date=2026-02-30                   | date   | must be a date
                    date=2026-11-28T23:00:00.000Z     | date   | must be a date
                    date=%202026-11-28                | date   | must be a date
                    colour=0                          | colour | must be one of RED, WHITE
                    colour=red                        | colour | must be one of RED, WHITE
                    limit=0x10                        | limit  | must be a whole number
                    limit=%D9%A3                      | limit  | must be a whole number
                    limit=%2B5                        | limit  | must be a whole number
                    limit=%205%20                     | limit  | must be a whole number
                    limit=%EF%BC%95                   | limit  | must be a whole number
                    limit=010                         | limit  | must be a whole number
                    limit=1e1                         | limit  | must be a whole number
                    limit=2147483648                  | limit  | must be a whole number of at most 2147483647
                    cursor=9223372036854775808        | cursor | must be a whole number of at most 9223372036854775807
                    cursor=%23A                       | cursor | must be a whole number
                    gift=on                           | gift   | must be true or false
                    gift=TRUE                         | gift   | must be true or false
                    gift=1                            | gift   | must be true or false
                    """)
    void shouldNameTheParameter(String parameter, String name, String message) throws Exception {
        for (String language : new String[] {"en-US", "de", "en-GB"}) {
            assertRefused(asked("/orders/" + ID + "?" + parameter, language), name, message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text=%00                 | text   | contains U+0000
                    limit=0x10               | limit  | must be a whole number
                    date=%2B5874898-01-01    | date   | must be between
                    """)
    void shouldNameTheParameterOfMany(String parameter, String name, String message) throws Exception {
        assertRefused(asked("/orders?" + parameter, "de"), name, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA==", "%20" + ID, "{" + ID})
    void shouldNameThePartOfThePath(String id) throws Exception {
        assertRefused(asked("/orders/" + id.replace("{", "%7B"), "en"), "id", "must be a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "[]", "1", "{} {}"})
    void shouldTellWhatABodyIsWithoutTheNamesOfClasses(String body) throws Exception {
        JsonNode problem = assertRefused(ordered(body), "body", "must be one JSON object");

        assertThat(problem.toString()).doesNotContain("promo.http", "tools.jackson", "Feature");
    }

    @Test
    void shouldTellOfANumberOfAnyLengthWithoutTheNamesOfClasses() throws Exception {
        JsonNode problem = assertRefused(ordered("{\"number\":" + "1".repeat(2_000) + "}"), "body", "is nested too");

        assertThat(problem.toString()).doesNotContain("Constraints");
    }

    @Test
    void shouldTakeWhatIsWrittenAsItMustBe() throws Exception {
        MockHttpServletResponse answer = ordered("""
                {"text":"\\ud83d\\ude00 a","texts":[""],"labels":{"de":"b"},"id":"%s","at":"2026-05-01T09:00:00.5+02:00",
                 "date":"2199-12-31","dates":["2000-01-01"],"colour":"RED","pieces":-1,"number":9223372036854775807,
                 "gift":false}""".formatted(ID.toUpperCase(Locale.ROOT)));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("\"at\":\"2026-05-01T07:00:00.500Z\"", "\"date\":\"2199-12-31\"", ID);

        answer = asked(
                "/orders/" + ID + "?text=%F0%9F%98%80&at=2026-05-01T09:00:00Z&date=2026-05-01&colour=RED,WHITE&limit=0"
                        + "&cursor=-9223372036854775808&gift=true",
                "de");
        assertThat(answer.getContentAsString())
                .isEqualTo(
                        ID + " \uD83D\uDE00 2026-05-01T09:00:00Z 2026-05-01 [RED, WHITE] 0 -9223372036854775808 true");
    }

    private static JsonNode assertRefused(MockHttpServletResponse answer, String name, String message)
            throws Exception {
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.getContentAsString());
        assertThat(answer.getStatus()).as(problem.toString()).isEqualTo(400);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(name);
        assertThat(problem.at("/errors/0/message").asString()).startsWith(message);
        return problem;
    }

    private MockHttpServletResponse ordered(String body) throws Exception {
        return cashier(post("/orders").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private MockHttpServletResponse asked(String address, String language) throws Exception {
        return cashier(get(URI.create(address)).header("Accept-Language", language));
    }

    private MockHttpServletResponse cashier(MockHttpServletRequestBuilder request) throws Exception {
        return stall.perform(request.with(jwt().authorities(new SimpleGrantedAuthority("ROLE_cashier"))))
                .andReturn()
                .getResponse();
    }
}
