package io.promo.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

    @TempDir
    Path directory;

    @Test
    void shouldTakeTheNewestWhereverItIs() throws Exception {
        Path old = jdk("old", "1.8.0_392");
        Path newest = jdk("newest", "99.0.1");

        assertThat(Jdk.newest(Map.of("JAVA_HOME", newest.toString()))).contains(new Jdk(newest, 99));
        assertThat(Jdk.newest(Map.of("JAVA_HOME", old.toString(), "PATH", "/bin:" + newest.resolve("bin"))))
                .contains(new Jdk(newest, 99));
    }

    @Test
    void shouldOverlookWhatIsTooOldOrNoJdk() throws Exception {
        Path old = jdk("old", "11.0.2");
        Path none = Files.createDirectory(directory.resolve("none"));

        assertThat(Jdk.newest(Map.of("JAVA_HOME", old.toString()))).get().satisfies(found -> {
            assertThat(found.home()).isNotEqualTo(old);
            assertThat(found.feature()).isGreaterThanOrEqualTo(Jdk.OLDEST);
        });
        assertThat(Jdk.newest(Map.of("JAVA_HOME", none.toString()))).isPresent();
    }

    private Path jdk(String name, String version) throws Exception {
        Path home = directory.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
