package io.promo.dispatch.audience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.http.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the fields: a file has the customers whose ids stand in its records' own id fields, and no others. */
class CustomerCsvTest {

    /** A customer as an exporter knows them, with text that anybody may have written. */
    record Written(UUID id, String name, String email) {

        String record() {
            return id + "," + quoted(name) + "," + quoted(email);
        }
    }

    /** What is wrong with one record of a file beside its texts. */
    enum Fault {
        BLANK_BEFORE_QUOTE,
        TEXT_AFTER_QUOTE,
        QUOTE_IN_UNQUOTED_FIELD,
        LAST_QUOTE_MISSING;

        String in(Written customer) {
            return switch (this) {
                case BLANK_BEFORE_QUOTE -> customer.id() + ", " + quoted(customer.name()) + ",";
                case TEXT_AFTER_QUOTE -> customer.id() + "," + quoted(customer.name()) + "x,";
                case QUOTE_IN_UNQUOTED_FIELD -> customer.id() + ",5\" nail," + quoted(customer.email());
                case LAST_QUOTE_MISSING ->
                    customer.id() + ",," + quoted(customer.email() + "x").replaceAll("\"$", "");
            };
        }
    }

    @Property(tries = 500)
    void shouldReadEachRecordOnceAndNothingElse(@ForAll("customers") List<Written> customers) throws IOException {
        StringBuilder file = new StringBuilder("user_id,name,email\n");
        List<Long> lines = new ArrayList<>();
        for (Written customer : customers) {
            lines.add(1 + file.chars().filter(c -> c == '\n').count());
            file.append(customer.record()).append("\r\n");
        }

        CustomerCsv csv = csv(file);
        List<Long> read = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        while (csv.next()) {
            read.add(csv.line());
            addId(csv, ids);
        }

        assertThat(read).isEqualTo(lines);
        assertThat(ids).isSubsetOf(customers.stream().map(Written::id).toList());
    }

    @Property(tries = 500)
    void shouldReadNobodyElseFromAFileWithAFault(
            @ForAll("customers") List<Written> customers, @ForAll int place, @ForAll Fault fault) throws IOException {
        int bad = customers.isEmpty() ? -1 : Math.floorMod(place, customers.size());
        StringBuilder file = new StringBuilder("user_id,name,email\n");
        for (int i = 0; i < customers.size(); i++) {
            file.append(i == bad ? fault.in(customers.get(i)) : customers.get(i).record())
                    .append('\n');
        }

        Set<UUID> ids = new HashSet<>();
        try {
            CustomerCsv csv = csv(file);
            while (csv.next()) {
                addId(csv, ids);
            }
        } catch (Refusal e) {
            assertThat(e.getMessage()).contains("Nothing was imported");
            ids.clear();
        }

        assertThat(ids).isSubsetOf(customers.stream().map(Written::id).toList());
    }

    @Provide
    Arbitrary<List<Written>> customers() {
        Arbitrary<UUID> ids = Arbitraries.longs().map(number -> new UUID(number, 1));
        Arbitrary<String> forged = Arbitraries.longs().map(number -> new UUID(number, 2) + ",Mallory,eve@evil.example");
        Arbitrary<String> piece = Arbitraries.oneOf(
                forged,
                Arbitraries.of("\n", "\r\n", "\r", "\"", "\"\"", ",", " ", "x", "\uFEFF", "\u2028", "\uFFFD", "é"));
        Arbitrary<String> text = piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
        return Combinators.combine(ids, text, text).as(Written::new).list().ofMaxSize(6);
    }

    private static void addId(CustomerCsv csv, Set<UUID> ids) {
        try {
            ids.add(csv.customer().userId());
        } catch (RejectedLineException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static CustomerCsv csv(CharSequence file) throws IOException {
        return new CustomerCsv(new ByteArrayInputStream(file.toString().getBytes(UTF_8)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
