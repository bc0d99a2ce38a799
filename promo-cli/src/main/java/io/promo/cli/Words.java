package io.promo.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import picocli.CommandLine.TypeConversionException;

/** Ids and dates as people type them, or what is wrong with them. */
final class Words {

    private Words() {}

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is no id such as 019a3c5e-0000-7000-8000-000000000001");
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date such as 2026-05-01");
        }
    }
}
