package io.promo.calendar.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An event's version as ETag and If-Match carry it: in double quotes. */
public final class EntityTag {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private EntityTag() {}

    /** The version as an ETag. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller saw.
     *
     * @throws Refusal 428 when the header is missing, 400 when it is none
     */
    public static long required(@Nullable String ifMatch) {
        Long version = optional(ifMatch);
        if (version == null) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "If-Match is missing. Fetch the event and send its ETag, so that nobody's change is lost.");
        }
        return version;
    }

    /**
     * The version the caller saw, null when they do not say.
     *
     * @throws Refusal 400 when it is none
     */
    public static @Nullable Long optional(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw Refusal.badField("bad-request", "If-Match", "must be an ETag of the event such as \"3\"");
        }
        return Long.valueOf(matcher.group(1));
    }
}
