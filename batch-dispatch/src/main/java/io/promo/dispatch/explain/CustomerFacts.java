package io.promo.dispatch.explain;

import static java.time.ZoneOffset.UTC;

import io.promo.dispatch.audience.EligibleCustomers;
import io.promo.dispatch.run.Run;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database says of one customer, by the predicates a dispatch uses. Each query is served by a primary key. */
@Repository
class CustomerFacts {

    /**
     * The customer in the eyes of a run.
     *
     * @param known was there at the audience instant
     * @param changed changed after it in more than having unsubscribed
     * @param subscribed had not unsubscribed at the audience instant
     * @param unsubscribedAt null: is subscribed now
     * @param unsubscribedBy who imported it; null: the customer said so in the inbox
     * @param passedAt when a chunk of the run passed by them because they had unsubscribed; null: none did
     */
    record Eligibility(
            boolean known,
            boolean changed,
            boolean subscribed,
            boolean segments,
            boolean countries,
            boolean locales,
            OffsetDateTime importedAt,
            OffsetDateTime changedAt,
            @Nullable OffsetDateTime unsubscribedAt,
            @Nullable String unsubscribedBy,
            @Nullable OffsetDateTime passedAt,
            String customer) {}

    private final JdbcClient jdbc;

    CustomerFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> forgottenAt(UUID userId) {
        return jdbc.sql("SELECT forgotten_at FROM forgotten_customer WHERE user_id = ?")
                .param(userId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    boolean isCustomer(UUID userId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM customer WHERE user_id = ?)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }

    /** Empty when the customer is gone meanwhile. */
    Optional<Eligibility> eligibility(UUID userId, Run run) {
        return jdbc.sql("""
                        SELECT %s AS known, %s AS subscribed, %s AS segments,
                               changed_at > :audienceAt AND changed_at IS DISTINCT FROM unsubscribed_at AS changed,
                               %s AS countries, %s AS locales, imported_at, changed_at, unsubscribed_at, unsubscribed_by,
                               (SELECT passed_at FROM run_unsubscribed u
                                WHERE u.user_id = customer.user_id AND u.run_id = :runId) AS passed_at,
                               format('segments %%s, country %%s, locale %%s', segments, country, locale) AS customer
                        FROM customer WHERE user_id = :userId
                        """.formatted(
                                EligibleCustomers.known(run.audienceAt()),
                                EligibleCustomers.subscribed(run.audienceAt()),
                                EligibleCustomers.segments(run.audience()),
                                EligibleCustomers.countries(run.audience()),
                                EligibleCustomers.locales(run.audience())))
                .param("userId", userId)
                .param("runId", run.runId())
                .param("audienceAt", run.audienceAt().atOffset(UTC))
                .query(Eligibility.class)
                .optional();
    }

    /** Whether the run's committed chunks have gone past the customer. */
    boolean passed(UUID userId, Run run) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM run_partition
                                       WHERE run_id = :runId AND :userId BETWEEN first_user AND last_user
                                         AND (state = 'DONE' OR resume_after >= :userId))
                        """)
                .param("runId", run.runId())
                .param("userId", userId)
                .query(Boolean.class)
                .single();
    }
}
