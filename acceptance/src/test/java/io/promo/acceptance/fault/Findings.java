package io.promo.acceptance.fault;

import io.promo.acceptance.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;

/** The findings of an execution, a file for each as soon as it is there, so that one that was cut short can go on. */
final class Findings {

    /** Of this audience: what a smaller suite found says nothing of a larger one. */
    private static final Path DIRECTORY = Path.of("target/faults/" + Stack.CUSTOMERS);

    private static final String ROW = "%-40s|%7s|%12s|%13s|%8s|%11s|%6s|%6s|%16s|%14s%n";

    private final JsonMapper json = JsonMapper.shared();
    private final List<Finding> all = new ArrayList<>();
    private final Map<String, String> none = new LinkedHashMap<>();

    Findings() {
        try {
            Files.createDirectories(DIRECTORY);
            if (Boolean.getBoolean("promo.faults.resume")) {
                try (Stream<Path> files = Files.list(DIRECTORY)) {
                    files.filter(it -> it.getFileName().toString().matches("\\d+\\.json"))
                            .map(it -> json.readValue(it.toFile(), Finding.class))
                            .filter(Finding::exact)
                            .forEach(all::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Fault fault) {
        return all.stream().anyMatch(it -> it.number() == fault.number());
    }

    void add(Finding finding) {
        all.add(finding);
        json.writeValue(DIRECTORY.resolve(finding.number() + ".json").toFile(), finding);
    }

    /** Remembers that a fault has no finding, as it could not be inflicted or the product did not bear it. */
    void without(Fault fault, Throwable why) {
        String what = why instanceof TestAbortedException ? "skipped" : "FAILED";
        none.put(
                fault.number() + " " + fault.name(),
                what + ": "
                        + String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
    }

    /** All of them as one file. */
    void write() throws IOException {
        all.sort(Comparator.comparing(Finding::number));
        Files.writeString(
                Path.of("target/faults.json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    String table() {
        var table = new StringBuilder("what was found\n");
        table.append(String.format(
                ROW,
                "fault",
                "rounds",
                "rows in",
                "recovered in",
                "missing",
                "duplicates",
                "extra",
                "stuck",
                "chunks replayed",
                "stale refused"));
        all.stream()
                .sorted(Comparator.comparing(Finding::number))
                .forEach(it -> table.append(String.format(
                        Locale.ROOT,
                        ROW,
                        it.number() + " " + it.fault(),
                        it.rounds(),
                        it.rowsInAtInjection(),
                        "%.1f s".formatted(it.recoveredInSeconds()),
                        it.missing(),
                        it.duplicates(),
                        it.extra(),
                        it.stuck(),
                        it.chunksReplayed(),
                        it.staleRefused())));
        none.forEach((fault, why) -> table.append(String.format("%-40s| %s%n", fault, why)));
        return table.toString();
    }
}
