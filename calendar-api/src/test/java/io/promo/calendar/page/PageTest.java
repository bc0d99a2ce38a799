package io.promo.calendar.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class PageTest extends CalendarTest {

    /** As browsers ask for what stands in their address bar. */
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/inbox",
                "/inbox/00000000-0000-4000-8000-000000000001",
                "/auth/callback?code=a.b&state=c",
                "/admin",
                "/admin/event-calendar?view=month",
                "/admin/runs",
                "/admin/runs/00000000-0000-4000-8000-000000000001",
                "/admin/analytics",
                "/admin/auth/callback?code=a&state=b",
                "/embed-example",
                "/nowhere/at/all"
            })
    void shouldAnswerEveryPathThatIsNotTheServersWithThePage(String path) {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            Answer page = browse(method, path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers().getFirst("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.headers().getCacheControl()).isEqualTo("no-cache");
            assertThat(page.text()).contains(method == HttpMethod.HEAD ? "" : "<title>The page</title>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events/nowhere",
                "/outbox",
                "/actuator",
                "/v3/nowhere",
                "/error",
                "/missing.js",
                "/%61ctuator",
                "/%65vents/nowhere",
                "/outbo%78",
                "/missing.%6as",
                "/actuator/%68eapdump"
            })
    void shouldLeaveTheServersPathsToTheServer(String path) {
        for (String accept : List.of(BROWSER, "text/html, application/json", "application/json, text/html;q=0.1")) {
            assertThat(send(HttpMethod.GET, path, null, null, Map.of("Accept", accept))
                            .problem())
                    .isEqualTo("unauthenticated");
        }
    }

    @Test
    void shouldKnowThePathsOfEveryController(@Autowired List<RequestMappingHandlerMapping> mappings) {
        assertThat(mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .filter(path -> !path.equals("/ui-config.json"))
                        .map(path -> path.split("[/.]", 3)[1]))
                .isNotEmpty()
                .isSubsetOf(PageRequests.SERVER);
    }

    @Test
    void shouldLeaveWhoeverWantsNoHtmlToTheApi() {
        for (String path : List.of("/inbox", "/nowhere")) {
            Answer stranger = send(HttpMethod.GET, path, null, null, Map.of("Accept", "application/json"));
            assertThat(stranger.problem()).isEqualTo("unauthenticated");
            Answer admin = send(HttpMethod.GET, path, null, admin(), Map.of("Accept", "application/json"));
            assertThat(admin.problem()).isEqualTo("not-found");
        }
        assertThat(send(HttpMethod.POST, "/inbox", Map.of(), null, Map.of("Accept", BROWSER))
                        .problem())
                .isEqualTo("unauthenticated");
        assertThat(send(HttpMethod.GET, "/", null, null, Map.of("Accept", "*/*"))
                        .text())
                .contains("<title>The page</title>");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/index-4711.js, text/javascript, 'max-age=31536000, public, immutable'",
        "/favicon.svg, image/svg+xml, no-cache"
    })
    void shouldServeFilesToAnyone(String path, String type, String caching) {
        Answer file = send(HttpMethod.GET, path, null, null, Map.of("Accept", "*/*"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().getFirst("Content-Type")).isEqualTo(type);
        assertThat(file.headers().getCacheControl()).isEqualTo(caching);
    }

    @Test
    void shouldSayThatAnAssetIsGoneRatherThanServeThePageInItsPlace() {
        Answer gone = browse(HttpMethod.GET, "/assets/index-4710.js");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.problem()).isEqualTo("not-found");
        assertThat(gone.headers().getCacheControl()).doesNotContain("immutable");
    }

    @Test
    void shouldCompressWhatIsWorthIt(@Value("${local.server.port}") int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/assets/index-4711.js"))
                .header("Accept-Encoding", "gzip");
        var script = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void shouldNotSendThePageAgainToWhoeverHasIt() {
        String tag = browse(HttpMethod.GET, "/inbox").etag();
        Answer again = send(HttpMethod.GET, "/admin", null, null, Map.of("Accept", BROWSER, "If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void shouldTellBrowsersToRunNothingElseAndWhereToConnectTo() {
        var headers = browse(HttpMethod.GET, "/").headers();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'self';", "frame-ancestors 'none'", "img-src 'self' data:;")
                .contains("connect-src 'self' http://127.0.0.1:18082 https://inbox.example " + TestIssuer.uri() + ";");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    @Test
    void shouldTellThePageWhereTheServicesAre() {
        Answer config = send(HttpMethod.GET, "/ui-config.json", null, null, Map.of());
        assertThat(config.status()).isEqualTo(200);
        assertThat(config.headers().getCacheControl()).isEqualTo("no-cache");
        assertThat(config.body())
                .isEqualTo(JSON.valueToTree(Map.of(
                        "issuer", TestIssuer.uri(),
                        "adminClientId", "promo-admin",
                        "shopClientId", "promo-shop",
                        "calendarUrl", "",
                        "dispatchUrl", "http://127.0.0.1:18082",
                        "inboxUrl", "https://inbox.example/api")));
    }

    @Test
    void shouldSayHowToBuildThePageWhereItIsMissing() throws Exception {
        var route = new PageConfiguration().page(new ClassPathResource("META-INF/resources/none.html"));
        MockHttpServletResponse answer = MockMvcBuilders.routerFunctions(route)
                .build()
                .perform(MockMvcRequestBuilders.get("/").header("Accept", BROWSER))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).startsWith("text/plain");
        assertThat(answer.getContentAsString()).contains("-Dui.skip", "Node.js 20.19", "mvn package");
    }

    private Answer browse(HttpMethod method, String path) {
        return send(method, path, null, null, Map.of("Accept", BROWSER));
    }
}
