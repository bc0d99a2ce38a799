package io.promo.dispatch.audience;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import io.promo.dispatch.audience.CsvRecords.Fault;
import io.promo.http.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file of customers, one record each: UTF-8, comma-separated, columns named by the first record in any order. */
final class CustomerCsv {

    /** In a cell of its own it says that the customer has nothing of the kind; a blank cell says nothing. */
    static final String NOTHING = "-";

    private static final CsvReaderBuilder RECORD = CsvReader.builder();

    private final CsvRecords records;
    private final CustomerFields fields = new CustomerFields();
    private List<String> header = List.of();

    /**
     * Reads the header.
     *
     * @throws Refusal when the file is something else than CSV in UTF-8, or the header is missing or names unknown, repeated
     *     or too few columns
     */
    CustomerCsv(InputStream file) throws IOException {
        InputStream bytes = new BufferedInputStream(file);
        FileFormat.refuseOther(bytes);
        records = new CsvRecords(bytes);
        header = header();
    }

    /**
     * Goes to the next record that is not blank; false when there is none.
     *
     * @throws Refusal when nobody can say where the record ends
     */
    boolean next() throws IOException {
        while (records.next()) {
            if (records.endIsUnsure()) {
                throw Refusal.badField(
                        "line " + records.line(),
                        fault()
                                + ", so it is not sure where the record ends. Nothing was imported; correct the file and"
                                + " import it again");
            }
            if (records.tooLong() || !records.text().isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Number of the line on which the record begins, from 1, where the header begins. */
    long line() {
        return records.line();
    }

    /** The record's customer. */
    CustomerLine customer() throws RejectedLineException {
        check();
        if (records.fields() != header.size()) {
            throw new RejectedLineException("has " + records.fields() + " fields, the header has " + header.size());
        }
        List<String> record = record();
        String email = field(record, "email");
        String country = field(record, "country");
        String locale = field(record, "locale");
        String timeZone = field(record, "time_zone");
        String segments = field(record, "segments");
        String unsubscribed = field(record, "unsubscribed");
        return new CustomerLine(
                records.line(),
                fields.userId(CustomerText.identifier(cell(record, "user_id"))),
                fields.name(CustomerText.line(cell(record, "name"))),
                email == null ? null : fields.email(email),
                country == null ? null : fields.country(country),
                locale == null ? null : fields.locale(locale),
                timeZone == null ? null : fields.timeZone(timeZone),
                segments == null ? null : fields.segments(segments),
                unsubscribed == null ? null : fields.unsubscribed(unsubscribed));
    }

    /** Null when the file does not speak of it; empty when it says that there is nothing. */
    private @Nullable String field(List<String> record, String column) throws RejectedLineException {
        if (!header.contains(column)) {
            return null;
        }
        String text = CustomerText.identifier(cell(record, column));
        return text.isEmpty() ? null : text.equals(NOTHING) ? "" : text;
    }

    private String cell(List<String> record, String column) throws RejectedLineException {
        String cell = record.get(header.indexOf(column));
        String problem = CustomerText.problem(cell);
        if (problem != null) {
            throw new RejectedLineException(column + ": " + problem);
        }
        return cell;
    }

    private void check() throws RejectedLineException {
        if (records.tooLong()) {
            throw new RejectedLineException("is longer than " + CsvRecords.MAX_LENGTH + " characters");
        }
        if (records.fault() != null) {
            throw new RejectedLineException(fault());
        }
    }

    private String fault() {
        Fault fault = records.fault();
        if (fault == null) {
            return "";
        }
        return fault.field() < header.size() ? header.get(fault.field()) + ": " + fault.message() : fault.message();
    }

    private List<String> record() {
        return RECORD.ofSingleCsvRecord(records.text()).getFields();
    }

    private List<String> header() throws IOException {
        if (!next()) {
            throw CustomerHeader.missing();
        }
        try {
            check();
        } catch (RejectedLineException e) {
            throw Refusal.badField("header", String.valueOf(e.getMessage()));
        }
        return CustomerHeader.columns(record());
    }
}
