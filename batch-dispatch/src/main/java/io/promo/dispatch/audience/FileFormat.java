package io.promo.dispatch.audience;

import io.promo.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What people send for CSV in UTF-8 that is something else, known by its first bytes. */
final class FileFormat {

    private static final int LONGEST_MARK = 4;
    private static final String SAVE_AS =
            "import a CSV file, as a spreadsheet saves it with CSV UTF-8, comma separated";

    private FileFormat() {}

    /**
     * Looks at the first bytes and leaves them to be read.
     *
     * @param file supports marks
     * @throws Refusal when it is a known other format
     */
    static void refuseOther(InputStream file) throws IOException {
        file.mark(LONGEST_MARK);
        byte[] first = file.readNBytes(LONGEST_MARK);
        file.reset();
        if (begins(first, 0x1F, 0x8B)) {
            throw Refusal.badField("body", "is a gzip archive; unpack it and import the CSV file in it");
        }
        if (begins(first, 'P', 'K', 3, 4)) {
            throw Refusal.badField("body", "is a ZIP archive or an Excel workbook; " + SAVE_AS);
        }
        if (begins(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Refusal.badField("body", "is an Excel workbook; " + SAVE_AS);
        }
        if (begins(first, 0xFF, 0xFE) || begins(first, 0xFE, 0xFF) || isWithZeros(first)) {
            throw Refusal.badField("body", "is UTF-16; save it as UTF-8");
        }
    }

    private static boolean begins(byte[] first, int... mark) {
        return first.length >= mark.length && Arrays.mismatch(Arrays.copyOf(first, mark.length), bytes(mark)) < 0;
    }

    private static byte[] bytes(int... mark) {
        byte[] bytes = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            bytes[i] = (byte) mark[i];
        }
        return bytes;
    }

    /** The names of columns are ASCII, of which each character has a zero byte in UTF-16. */
    private static boolean isWithZeros(byte[] first) {
        return first.length > 1 && (first[0] == 0) != (first[1] == 0);
    }
}
