package io.promo.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about Spring Batch's issues names tests that exist. */
class SpringBatchIssuesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern REPORT = Pattern.compile("^\\| \\[#(\\d+)]\\(\\S+/issues/\\1\\) ", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(should\\w+)`");
    private static final Pattern FAULT = Pattern.compile("fault (\\d+), `(\\w+)`");

    private final String page = read(ROOT.resolve("docs/spring-batch-issues.md"));

    @Test
    void shouldNameATestForEachReport() {
        List<String> rows = page.lines().filter(line -> line.startsWith("| [#")).toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsPattern(REPORT).containsPattern(TEST));
        assertThat(found(REPORT).map(it -> it.group(1))).hasSameSizeAs(rows).doesNotHaveDuplicates();
    }

    @Test
    void shouldNameTestsThatExist() {
        assertThat(found(TEST))
                .isNotEmpty()
                .allSatisfy(test ->
                        assertThat(source(test.group(1))).contains("    @Test\n    void " + test.group(2) + "() "));
        assertThat(found(FAULT))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(source(fault.group(2)))
                        .contains("public int number() {\n        return " + fault.group(1) + ";\n"));
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(page).results();
    }

    private static String source(String name) throws IOException {
        for (String tests : List.of("batch-dispatch/src/test/java", "acceptance/src/test/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(tests))) {
                List<Path> named =
                        files.filter(it -> it.endsWith(name + ".java")).toList();
                if (!named.isEmpty()) {
                    return read(named.get(0));
                }
            }
        }
        return "no such class";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
