package io.promo.calendar.http;

import io.promo.http.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The versions of an event that a caller's If-Match header lets through. An event's ETag is its version in double quotes;
 * one that a proxy marked as weak is taken for what it was.
 */
public final class IfMatch {

    /** An event has one version at a time; whoever names several has seen a few of them. */
    private static final int MOST_TAGS = 50;

    /** One tag, and the comma after it or the end. Tag by tag, as a pattern for all of them would recurse with each. */
    private static final Pattern TAG = Pattern.compile("\\G[ \\t]*+(?:W/)?+\"([^\"]*+)\"[ \\t]*+(,|\\z)");

    private static final IfMatch ANY = new IfMatch(null);

    /** Null: any version. */
    private final @Nullable Set<String> versions;

    private IfMatch(@Nullable Set<String> versions) {
        this.versions = versions;
    }

    /** The version as an ETag. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * For changes that would overwrite somebody else's.
     *
     * @throws Refusal 428 when the header is missing, 400 when it is malformed
     */
    public static IfMatch required(@Nullable String header) {
        if (header == null) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "If-Match is missing. Fetch the event and send its ETag, so that nobody's change is lost.");
        }
        return optional(header);
    }

    /**
     * Lets any version through when the header is missing or {@code *}.
     *
     * @throws Refusal 400 when it is malformed
     */
    public static IfMatch optional(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        Set<String> versions = new HashSet<>();
        Matcher tag = TAG.matcher(header);
        int tags = 0;
        do {
            if (++tags > MOST_TAGS || !tag.find()) {
                throw Refusal.badField(
                        "bad-request",
                        "If-Match",
                        "must be the event's ETag with its double quotes, such as \"3\", or at most " + MOST_TAGS
                                + " of them");
            }
            versions.add(tag.group(1));
        } while (!tag.group(2).isEmpty());
        return new IfMatch(versions);
    }

    /** Whether a change of this version is what the caller wants. */
    public boolean allows(long version) {
        return versions == null || versions.contains(Long.toString(version));
    }
}
