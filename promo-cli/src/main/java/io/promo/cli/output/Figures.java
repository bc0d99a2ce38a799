package io.promo.cli.output;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, durations and instants as people read them; the same on every machine. */
public final class Figures {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Figures() {}

    /** With commas between the thousands; a dash for null. */
    public static String count(@Nullable Long number) {
        return number == null ? "-" : String.format(Locale.ROOT, "%,d", number);
    }

    /** The most that may be sent a second, in words; null for as much as there can be. */
    public static String maxRate(@Nullable Long rate) {
        return rate == null ? "unlimited" : count(rate) + " rows/s";
    }

    /** The two greatest units that matter: {@code 42 s}, {@code 3 min 05 s}, {@code 2 h 10 min}, {@code 3 d 4 h}. */
    public static String duration(long seconds) {
        long s = Math.max(0, seconds);
        if (s < MINUTE) {
            return s + " s";
        }
        if (s < HOUR) {
            return String.format(Locale.ROOT, "%d min %02d s", s / MINUTE, s % MINUTE);
        }
        if (s < DAY) {
            return String.format(Locale.ROOT, "%d h %02d min", s / HOUR, s % HOUR / MINUTE);
        }
        return String.format(Locale.ROOT, "%d d %d h", s / DAY, s % DAY / HOUR);
    }

    /** Whole percent, rounded down so that 100 means all; 0 when there is nothing to do yet. */
    public static int percent(long done, long total) {
        return total <= 0 ? 0 : (int) Math.min(100, Math.max(0, done) * 100.0 / total);
    }

    /** An ISO instant in UTC to the second; a dash for null, and the text itself when it is none. */
    public static String instant(@Nullable String iso) {
        if (iso == null) {
            return "-";
        }
        try {
            return UTC.format(Instant.parse(iso).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** An ISO instant in a zone to the minute, without naming the zone; see {@link #instant} for the rest. */
    public static String local(@Nullable String iso, String zone) {
        if (iso == null) {
            return "-";
        }
        try {
            return LOCAL.format(Instant.parse(iso).atZone(ZoneId.of(zone)));
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
