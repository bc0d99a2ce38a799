package io.promo.dispatch.audience;

import io.promo.events.text.CleanText;
import io.promo.http.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds customers by what people know of them: a complaint has an e-mail address, not an id. */
@Repository
public class CustomerLookup {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** A scan of customer: asked a few times a day, which is not worth an index that every import would write. */
    private static final String BY_EMAIL = """
            SELECT user_id FROM customer WHERE lower(email COLLATE "C") = lower(? COLLATE "C") ORDER BY user_id LIMIT 5
            """;

    private final JdbcClient jdbc;

    CustomerLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The id of the customer.
     *
     * @param user an id, whether or not there is such a customer; or an e-mail address, whatever its case
     * @return empty when no customer has the address
     * @throws Refusal 400 for the field {@code user} when it is neither, or when several customers have the address
     */
    public Optional<UUID> find(String user) {
        if (ID.matcher(user).matches()) {
            return Optional.of(UUID.fromString(user));
        }
        if (user.indexOf('@') < 0) {
            throw Refusal.badField("user", "must be a UUID or an e-mail address");
        }
        List<UUID> found =
                jdbc.sql(BY_EMAIL).param(CleanText.identifier(user)).query(UUID.class).list();
        if (found.size() > 1) {
            String ids = found.stream().map(UUID::toString).collect(Collectors.joining(", "));
            throw Refusal.badField("user", "is the address of several customers; name one by id: " + ids);
        }
        return found.stream().findFirst();
    }
}
