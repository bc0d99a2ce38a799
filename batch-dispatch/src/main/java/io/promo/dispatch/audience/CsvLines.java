package io.promo.dispatch.audience;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a UTF-8 stream with their numbers, in bounded memory. A line ends with LF, CRLF or CR. Bytes that are not
 * UTF-8 come out as U+FFFD.
 */
final class CsvLines {

    /** Characters of the longest line there may be. */
    static final int MAX_LENGTH = 16_384;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader reader;
    private final StringBuilder text = new StringBuilder();
    private long number;
    private boolean tooLong;
    private int ahead;

    CsvLines(InputStream utf8) throws IOException {
        reader = new BufferedReader(new InputStreamReader(utf8, StandardCharsets.UTF_8), 1 << 16);
        ahead = reader.read();
        if (ahead == BYTE_ORDER_MARK) {
            ahead = reader.read();
        }
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        if (ahead < 0) {
            return false;
        }
        number++;
        text.setLength(0);
        tooLong = false;
        int c = ahead;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() < MAX_LENGTH) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
            c = reader.read();
        }
        ahead = c < 0 ? c : reader.read();
        if (c == '\r' && ahead == '\n') {
            ahead = reader.read();
        }
        return true;
    }

    /** Number of the line in the stream, from 1. */
    long number() {
        return number;
    }

    /** The line without its end; cut when {@link #tooLong}. */
    String text() {
        return text.toString();
    }

    boolean tooLong() {
        return tooLong;
    }
}
