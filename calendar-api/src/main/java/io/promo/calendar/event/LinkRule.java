package io.promo.calendar.event;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a link must be like to lead somewhere from every mail client, browser and screen. The screens hold to the same rule;
 * {@code links.json} among the tests binds both.
 */
final class LinkRule {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LAST_ASCII = 127;
    private static final int ADDRESS_BYTES = 4;

    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");
    private static final String FORBIDDEN = "<>\"{}|\\^`";
    private static final Pattern BAD_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final Pattern BYTE = Pattern.compile("[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    /** Letters that older programs turn into others: what they would call the host is somebody else's. */
    private static final Pattern TURNED = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private LinkRule() {}

    /** What is wrong with the link, and how to mend it; null when nothing is. */
    static @Nullable String problem(String link) {
        if (link.length() > LONGEST) {
            return "may have at most " + LONGEST + " characters";
        }
        var scheme = SCHEME.matcher(link);
        if (!scheme.lookingAt()) {
            return "must be a whole http or https address such as https://shop.example/spring";
        }
        String rest = link.substring(scheme.end());
        Optional<String> unfit = unfitCharacter(rest);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return authority(rest.split("[/?#]", 2)[0]);
    }

    private static Optional<String> unfitCharacter(String text) {
        if (BAD_PERCENT.matcher(text).find()) {
            return Optional.of("has a % without two hexadecimal digits after it; write %25 for the sign itself");
        }
        return text.codePoints()
                .filter(LinkRule::isUnfit)
                .mapToObj(LinkRule::unfit)
                .findFirst();
    }

    private static boolean isUnfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> FORBIDDEN.indexOf(character) >= 0;
        };
    }

    private static String unfit(int character) {
        String encoded = URLEncoder.encode(Character.toString(character), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "has the character U+%04X, which an address cannot have; write %s".formatted(character, encoded);
    }

    private static @Nullable String authority(String authority) {
        if (authority.indexOf('@') >= 0) {
            return "has a user name before its host; leave out what stands before the @, and the @";
        }
        int colon = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']')) : authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String problem = host(host);
        if (problem == null && colon >= 0 && !isPort(authority.substring(colon + 1))) {
            return "has a colon after its host without a port between 1 and " + HIGHEST_PORT + " behind it";
        }
        return problem;
    }

    private static boolean isPort(String port) {
        return PORT.matcher(port).matches() && Integer.parseInt(port) <= HIGHEST_PORT;
    }

    private static @Nullable String host(String host) {
        if (host.isEmpty()) {
            return "has no host";
        }
        if (host.chars().anyMatch(it -> it > LAST_ASCII)) {
            return "has a host that is not ASCII; write " + inAscii(host);
        }
        return host.length() <= LONGEST_HOST && (isName(host) || isAddress(host))
                ? null
                : "has the host \"" + host
                        + "\"; a host is made of letters, digits, hyphens and dots, each part with at"
                        + " most 63 characters, no hyphen at its ends, and a letter at the begin of the last one";
    }

    private static boolean isName(String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        String last = labels.get(labels.size() - 1);
        return labels.stream().allMatch(label -> LABEL.matcher(label).matches()) && Character.isLetter(last.charAt(0));
    }

    private static boolean isAddress(String host) {
        List<String> bytes = List.of(host.split("\\.", -1));
        return bytes.size() == ADDRESS_BYTES
                && bytes.stream().allMatch(it -> BYTE.matcher(it).matches());
    }

    private static String inAscii(String host) {
        String otherwise = "it as it is registered, with parts that begin with xn--";
        try {
            return TURNED.matcher(host).find() ? otherwise : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
