package io.promo.cli;

import static io.promo.cli.SpringSale.DRAFT;
import static io.promo.cli.SpringSale.ID;
import static io.promo.cli.SpringSale.PATH;
import static io.promo.cli.SpringSale.TAG;
import static io.promo.cli.SpringSale.dates;
import static io.promo.cli.SpringSale.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EventViewsTest {

    @RegisterExtension
    final Services services = new Services();

    @TempDir
    Path home;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = Cli.of(home, services);
        services.on("GET " + PATH, 200, DRAFT, TAG);
    }

    @Test
    void shouldListAcrossPages() {
        services.on("GET /calendar/events", 200, page(100, "\"next\""))
                .on("GET /calendar/events", 200, page(20, "\"more\""));

        var result = cli.run("list", "--limit", "120", "--status", "draft,published", "--text", "sale & more");

        assertThat(result.lines()).hasSize(122).last().asString().startsWith("There are more");
        assertThat(services.asked("GET /calendar/events?"))
                .extracting(Services.Asked::uri)
                .containsExactly(
                        "/calendar/events?status=DRAFT%2CPUBLISHED&q=sale+%26+more&limit=100",
                        "/calendar/events?status=DRAFT%2CPUBLISHED&q=sale+%26+more&cursor=next&limit=20");
    }

    @Test
    void shouldPrintExactlyOneJsonDocument() {
        services.on("GET /calendar/events", 200, page(2, "null"));

        var result = cli.onTerminal().run("list", "-o", "json");

        assertThat(result.json().path("items")).hasSize(2);
        assertThat(result.json().path("hasMore").asBoolean(true)).isFalse();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void shouldColourOnATerminalOnlyAndNotAgainstTheUsersWill() {
        services.on("GET /calendar/events", 200, page(1, "null"));

        assertThat(cli.run("list").out()).doesNotContain("\u001b");
        assertThat(cli.onTerminal().run("list").out()).contains("\u001b[1m");
        assertThat(cli.set("NO_COLOR", "1").run("list").out()).doesNotContain("\u001b");
    }

    @Test
    void shouldShowHistoryAndPreview() {
        services.on("GET " + PATH + "/history", 200, """
                        {"items":[{"at":"2026-04-01T08:00:00Z","actor":"admin","action":"EDIT","fromStatus":"DRAFT",
                          "toStatus":"DRAFT","version":2,"changes":{"title":{"from":"a","to":"b"}}}],"nextCursor":null,"hasMore":false}""")
                .on("POST /calendar/events/preview", 200, dates(LocalDate.parse("2026-05-01")));

        assertThat(cli.run("history", ID).lines().get(1))
                .isEqualTo("2026-04-01 08:00:00Z  admin  EDIT  DRAFT  DRAFT  2        title");
        assertThat(cli.run("preview", ID, "--name", "Ben").lines())
                .containsExactly("Hello", "  Body", "", "2026-05-01  due 2026-05-01 07:00:00Z");
        assertThat(services.only("GET " + PATH + "/history").uri()).endsWith("/history?limit=20");
        assertThat(services.only("POST /calendar/events/preview")
                        .json()
                        .path("sample")
                        .path("name")
                        .asString())
                .isEqualTo("Ben");
    }
}
