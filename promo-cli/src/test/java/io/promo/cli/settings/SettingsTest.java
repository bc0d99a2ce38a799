package io.promo.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<Setting, String> flags = new HashMap<>();

    @BeforeEach
    void live() {
        environment.put("HOME", home.toString());
    }

    @Test
    void shouldHaveDefaultsOfTheLocalStack() {
        assertThat(settings().value(Setting.CALENDAR_URL)).isEqualTo("http://127.0.0.1:18081");
        assertThat(settings().value(Setting.DISPATCH_URL)).isEqualTo("http://127.0.0.1:18082");
        assertThat(settings().value(Setting.INBOX_URL)).isEqualTo("http://127.0.0.1:18083");
        assertThat(settings().value(Setting.ISSUER_URL)).isEqualTo("http://127.0.0.1:18180/realms/promo");
        assertThat(settings().value(Setting.CLIENT_ID)).isEqualTo("promo-cli");
        assertThat(settings().optional(Setting.USERNAME)).isNull();
    }

    @Test
    void shouldLetTheNearestSayCount() throws IOException {
        environment.put("PROMO_HOME", home.resolve("stack").toString());
        write("stack/stack.json", "{\"urls\":{\"ui\":null,\"keycloak\":\"http://k\",\"calendar\":\"http://stack\"}}");
        assertThat(settings().value(Setting.CALENDAR_URL)).isEqualTo("http://stack");
        assertThat(settings().value(Setting.ISSUER_URL)).isEqualTo("http://k/realms/promo");

        write(
                ".config/promo/config.json",
                "{\"urls\":{\"calendar\":\"http://file\",\"issuer\":\"http://i\"},\"username\":\"file\"}");
        assertThat(settings().value(Setting.CALENDAR_URL)).isEqualTo("http://file");
        assertThat(settings().value(Setting.ISSUER_URL)).isEqualTo("http://i");
        assertThat(settings().optional(Setting.USERNAME)).isEqualTo("file");

        environment.put("PROMO_CALENDAR_URL", "http://environment");
        assertThat(settings().value(Setting.CALENDAR_URL)).isEqualTo("http://environment");

        flags.put(Setting.CALENDAR_URL, "http://flag");
        assertThat(settings().value(Setting.CALENDAR_URL)).isEqualTo("http://flag");
    }

    @Test
    void shouldReadTheFileThatIsNamed() throws IOException {
        environment.put(
                "PROMO_CONFIG", write("mine.json", "{\"clientId\":\"mine\"}").toString());

        assertThat(settings().value(Setting.CLIENT_ID)).isEqualTo("mine");
    }

    @Test
    void shouldSayWhichFileIsWrong() throws IOException {
        Path file = write("mine.json", "{clientId");
        environment.put("PROMO_CONFIG", file.toString());
        assertThatThrownBy(() -> settings().value(Setting.CLIENT_ID))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file.toString());

        environment.put("PROMO_CONFIG", home.resolve("nowhere.json").toString());
        assertThatThrownBy(() -> settings().value(Setting.CLIENT_ID)).hasMessageContaining("nowhere.json");
    }

    @Test
    void shouldTakeABlankVariableForNone() {
        environment.put("PROMO_CALENDAR_URL", " ");

        assertThat(settings().value(Setting.CALENDAR_URL)).isEqualTo("http://127.0.0.1:18081");
    }

    @Test
    void shouldKeepToTheConfigurationDirectoryOfTheDesktop() {
        assertThat(settings().directory()).isEqualTo(home.resolve(".config/promo"));

        environment.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
        assertThat(settings().directory()).isEqualTo(home.resolve("xdg/promo"));
    }

    private Settings settings() {
        return new Settings(flags, new Surroundings(environment, System.in, System.out, System.err, false, () -> 0));
    }

    private Path write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
