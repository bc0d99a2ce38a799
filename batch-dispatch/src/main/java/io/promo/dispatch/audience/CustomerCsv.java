package io.promo.dispatch.audience;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import io.promo.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of customers, one line each: UTF-8, comma-separated, RFC 4180 quotes, columns named by the first line in any
 * order. A record is one line, quoted or not, so that a quote left open spoils its own line and no other.
 */
final class CustomerCsv {

    private static final List<String> COLUMNS =
            List.of("user_id", "name", "email", "country", "locale", "time_zone", "segments", "unsubscribed");
    private static final List<String> REQUIRED = List.of("user_id", "name");
    private static final CsvReaderBuilder RECORD = CsvReader.builder();

    private final CsvLines lines;
    private final CustomerFields fields = new CustomerFields();
    private final List<String> header;

    /**
     * Reads the header.
     *
     * @throws Refusal when it is missing or names unknown, repeated or too few columns
     */
    CustomerCsv(InputStream utf8) throws IOException {
        lines = new CsvLines(utf8);
        header = header();
    }

    /** Goes to the next line that is not blank; false when there is none. */
    boolean next() throws IOException {
        while (lines.next()) {
            if (lines.tooLong() || !lines.text().isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Number of the line in the file, from 1, which is the header. */
    long line() {
        return lines.number();
    }

    /** The line's customer. */
    CustomerLine customer() throws RejectedLineException {
        List<String> record = record();
        if (record.size() != header.size()) {
            throw new RejectedLineException("has " + record.size() + " fields, the header has " + header.size());
        }
        String email = field(record, "email");
        String country = field(record, "country");
        String locale = field(record, "locale");
        String timeZone = field(record, "time_zone");
        String segments = field(record, "segments");
        String unsubscribed = field(record, "unsubscribed");
        return new CustomerLine(
                lines.number(),
                fields.userId(record.get(header.indexOf("user_id")).strip()),
                fields.name(record.get(header.indexOf("name")).strip()),
                email == null ? null : fields.email(email),
                country == null ? null : fields.country(country),
                locale == null ? null : fields.locale(locale),
                timeZone == null ? null : fields.timeZone(timeZone),
                segments == null ? null : fields.segments(segments),
                unsubscribed == null || unsubscribed.isEmpty() ? null : fields.unsubscribed(unsubscribed));
    }

    private @Nullable String field(List<String> record, String column) {
        int index = header.indexOf(column);
        return index < 0 ? null : record.get(index).strip();
    }

    private List<String> record() throws RejectedLineException {
        if (lines.tooLong()) {
            throw new RejectedLineException("is longer than " + CsvLines.MAX_LENGTH + " characters");
        }
        String text = lines.text();
        check(text);
        try {
            return RECORD.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            throw new RejectedLineException("is not CSV: " + e.getMessage());
        }
    }

    private static void check(String text) throws RejectedLineException {
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quotes++;
            } else if (c == '\uFFFD') {
                throw new RejectedLineException("contains bytes that are not UTF-8");
            } else if (Character.isISOControl(c)) {
                throw new RejectedLineException("contains a control character (U+%04X)".formatted((int) c));
            }
        }
        if (quotes % 2 != 0) {
            throw new RejectedLineException("a quoted field does not end on its line");
        }
    }

    private List<String> header() throws IOException {
        if (!next()) {
            throw Refusal.badField("body", "is empty; the first line names the columns: " + list(COLUMNS));
        }
        List<String> names;
        try {
            names = record().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (RejectedLineException e) {
            throw Refusal.badField("header", String.valueOf(e.getMessage()));
        }
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                throw Refusal.badField(
                        "header",
                        "has an unknown column '" + name + "'; possible, separated by commas: " + list(COLUMNS));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw Refusal.badField("header", "names a column twice: " + list(names));
        }
        if (!names.containsAll(REQUIRED)) {
            throw Refusal.badField("header", "must name " + list(REQUIRED) + "; it names " + list(names));
        }
        return names;
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
