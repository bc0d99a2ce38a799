package io.promo.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import picocli.CommandLine.TypeConversionException;

/** Ids, dates and numbers as people type them, or what is wrong with them; the same spellings as the services take. */
final class Words {

    private Words() {}

    static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            // It takes shortened ids, too.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw noId(text);
        }
        throw noId(text);
    }

    private static TypeConversionException noId(String text) {
        return new TypeConversionException("'" + text + "' is no id such as 019a3c5e-0000-7000-8000-000000000001");
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date such as 2026-05-01");
        }
    }

    static int integer(String text) {
        try {
            return Math.toIntExact(number(text));
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is too large a number");
        }
    }

    static long number(String text) {
        try {
            long number = Long.parseLong(text);
            // It takes a plus, and digits of any script.
            if (Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(text);
        }
        throw noNumber(text);
    }

    private static TypeConversionException noNumber(String text) {
        return new TypeConversionException("'" + text + "' is no whole number such as 20");
    }
}
