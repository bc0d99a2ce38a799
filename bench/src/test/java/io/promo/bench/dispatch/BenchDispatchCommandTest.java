package io.promo.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is refused before anything starts. */
class BenchDispatchCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --events 0        | --events must be between 1 and 100, not 0
            --events 101      | --events must be between 1 and 100, not 101
            --events -3       | --events must be between 1 and 100, not -3
            --events 2.5      | Invalid value for option '--events': '2.5' is not an int
            --rounds 0        | --rounds must be at least 1, not 0
            --customers 999   | --customers must be between 1000 and 50000000, not 999
            """)
    void shouldRefuse(String arguments, String why) {
        StringWriter errors = new StringWriter();

        int exitCode = new CommandLine(new BenchDispatchCommand())
                .setErr(new PrintWriter(errors))
                .execute(arguments.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors.toString()).contains(why);
    }
}
