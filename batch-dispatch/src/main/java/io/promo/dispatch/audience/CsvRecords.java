package io.promo.dispatch.audience;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where each record of a CSV file begins and ends, in bounded memory. A record is what RFC 4180 says: it ends with the
 * first LF or CRLF outside quotes. Whoever doubles the quotes of a text within quotes leaves an odd number of them before
 * each line break of that text, wherever else quotes are missing or too many; so lines are put together until the number
 * is even. Where the quotes of such a record are not placed as RFC 4180 says, or the file ends within one, nobody can tell
 * text from records: {@link #endIsUnsure}.
 */
final class CsvRecords {

    /** Characters of the longest record there may be. */
    static final int MAX_LENGTH = 16_384;

    /** Stands for bytes that are not UTF-8; Unicode never gives it to a character. */
    static final char NOT_UTF_8 = '\uFFFF';

    /**
     * What is wrong with the record.
     *
     * @param field the field in which it was found, from 0
     */
    record Fault(int field, String message) {}

    private enum Place {
        FIELD_BEGINS,
        UNQUOTED,
        QUOTED,
        /** After a quote within a quoted field: it ends there, or a second quote follows. */
        QUOTE_IN_QUOTED
    }

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private final StringBuilder text = new StringBuilder();
    private int ahead;
    private long lines;
    private long firstLine;
    private long length;

    private Place place = Place.FIELD_BEGINS;
    private boolean withinQuotes;
    private int field;
    private boolean blankSoFar;
    private @Nullable Fault fault;

    CsvRecords(InputStream utf8) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NOT_UTF_8));
        reader = new InputStreamReader(utf8, decoder);
        ahead = read();
        if (ahead == BYTE_ORDER_MARK) {
            ahead = read();
        }
    }

    /** Goes to the next record; false when there is none. */
    boolean next() throws IOException {
        if (ahead < 0) {
            return false;
        }
        begin();
        while (ahead >= 0) {
            char c = (char) ahead;
            ahead = read();
            boolean lineEnds = c == '\n' || c == '\r' && ahead == '\n' && !withinQuotes;
            if (lineEnds && !withinQuotes) {
                ahead = c == '\r' ? read() : ahead;
                break;
            }
            if (lineEnds) {
                lines++;
            }
            take(c);
        }
        if (withinQuotes) {
            found("is quoted and never closed");
        }
        return true;
    }

    /** Number of the line on which the record begins, from 1. */
    long line() {
        return firstLine;
    }

    /** The record without its end; cut when {@link #tooLong}. */
    String text() {
        return text.toString();
    }

    boolean tooLong() {
        return length > MAX_LENGTH;
    }

    /** Why the record is none that RFC 4180 knows; null when it is one. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /** How many fields the record has, at least 1. */
    int fields() {
        return field + 1;
    }

    /** Whether the record has a fault because of which it may have ended earlier or later than was read. */
    boolean endIsUnsure() {
        return fault != null && (withinQuotes || lines > firstLine);
    }

    /** Reader's own, one by one, would be most of the work. */
    private int read() throws IOException {
        if (position == limit) {
            limit = Math.max(reader.read(buffer), 0);
            position = 0;
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position++];
    }

    private void begin() {
        firstLine = ++lines;
        text.setLength(0);
        length = 0;
        place = Place.FIELD_BEGINS;
        withinQuotes = false;
        field = 0;
        blankSoFar = true;
        fault = null;
    }

    private void take(char c) {
        length++;
        if (length <= MAX_LENGTH) {
            text.append(c);
        }
        switch (c) {
            case '"' -> quote();
            case ',' -> comma();
            default -> other(c);
        }
    }

    private void quote() {
        withinQuotes = !withinQuotes;
        place = switch (place) {
            case FIELD_BEGINS, QUOTE_IN_QUOTED -> Place.QUOTED;
            case QUOTED -> Place.QUOTE_IN_QUOTED;
            case UNQUOTED -> {
                found(
                        blankSoFar
                                ? "has a blank before its quote; put the quote directly after the comma"
                                : "has a quote inside; put the whole field in quotes and write each quote inside twice");
                yield Place.UNQUOTED;
            }
        };
    }

    private void comma() {
        if (place != Place.QUOTED) {
            place = Place.FIELD_BEGINS;
            blankSoFar = true;
            field++;
        }
    }

    private void other(char c) {
        if (place == Place.QUOTED) {
            return;
        }
        if (place == Place.QUOTE_IN_QUOTED) {
            found("goes on after its closing quote; write each quote inside a quoted field twice");
        } else if (c == '\r') {
            found("has a carriage return without a line feed; end lines with LF or CRLF");
        }
        blankSoFar = blankSoFar && (Character.isWhitespace(c) || Character.isSpaceChar(c));
        place = Place.UNQUOTED;
    }

    private void found(String message) {
        if (fault == null) {
            fault = new Fault(field, message);
        }
    }
}
