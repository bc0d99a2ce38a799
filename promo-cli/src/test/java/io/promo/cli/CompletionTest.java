package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    Path home;

    @Test
    void shouldCompleteCommandsInARealShell() throws Exception {
        var result = new Cli(home).run("completion", "bash");
        Path script = Files.writeString(home.resolve("completion.bash"), result.out());

        assertThat(result.exitCode()).isZero();
        assertThat(complete(script, "promo", "publ")).isEqualTo("publish");
        assertThat(complete(script, "promo", "dow")).isEqualTo("down");
        assertThat(complete(script, "promo", "audience", "est")).isEqualTo("estimate");
        assertThat(complete(script, "promo", "dispatch", "--dry")).isEqualTo("--dry-run");
    }

    private static String complete(Path script, String... words) throws Exception {
        String line = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_promo 2>/dev/null; echo \"${COMPREPLY[*]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String reply = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return reply.strip();
    }
}
