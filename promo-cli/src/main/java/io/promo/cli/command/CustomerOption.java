package io.promo.cli.command;

import io.promo.cli.failure.CommandFailure;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Names a customer by what is known of them. */
public final class CustomerOption {

    private static final Pattern ID_OR_ADDRESS =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\S+@\\S+");

    @Option(
            names = "--user",
            required = true,
            paramLabel = "USER",
            description = "The customer's id or e-mail address.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    String user;

    /** The id or the address; a failure when it is neither. */
    public String idOrAddress() {
        if (!ID_OR_ADDRESS.matcher(user).matches()) {
            throw CommandFailure.usage(
                    "--user " + user + " is neither an id nor an e-mail address", "Give one of the two.");
        }
        return user;
    }
}
