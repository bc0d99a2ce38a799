package io.promo.dispatch.audience;

import io.promo.http.RequestPool;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes up customers for demonstrations and measurements. Number n of a seed is the same customer every time, whatever
 * the count; numbers 1 to 3 are the identity provider's customers anna, ben and carla. One in a hundred of the others is
 * unsubscribed, of which inbox-api is not told: nobody can log in as one of them. Who is there already stays as he is, and nobody comes back who was forgotten.
 */
@Service
class CustomerGenerator {

    /**
     * What was made.
     *
     * @param customers those of the asked numbers who are customers now
     * @param inserted those who were not before
     */
    record Generated(long customers, long inserted) {}

    static final long MAX_COUNT = 100_000_000;

    private static final Logger log = LoggerFactory.getLogger(CustomerGenerator.class);

    /** Customers per transaction: enough to insert them in key order, few enough to let others have their turn. */
    private static final long BATCH = 500_000;

    /**
     * Inserts numbers :first to :last in the order of their random ids, because in any other the primary key's pages go
     * in and out of memory. Reads preference and forgotten_customer by their primary keys.
     */
    private static final String INSERT = """
            WITH numbered AS MATERIALIZED (
                SELECT n, CASE WHEN n <= 3 THEN ('00000000-0000-4000-8000-00000000000' || n)::uuid
                               ELSE overlay(overlay(md5(:seed || '/' || n) PLACING '4' FROM 13) PLACING 'a' FROM 17)::uuid
                          END AS user_id
                FROM generate_series(:first::bigint, :last) n
                ORDER BY user_id
            ), fresh AS (
                INSERT INTO customer (user_id, display_name, email, country, locale, time_zone, segments, unsubscribed,
                                      imported_at, changed_at, unsubscribed_at, unsubscribed_by)
                SELECT user_id,
                       CASE n WHEN 1 THEN 'Anna' WHEN 2 THEN 'Ben' WHEN 3 THEN 'Carla' ELSE
                            (ARRAY['Ada', 'Björn', 'Chiara', 'Dmitri', 'Élodie', 'Farid', 'Grace', 'Håkon', 'Inês', 'Jürgen',
                                   'Keiko', 'Łucja', 'Milan', 'Noor', 'Óscar', 'Priya'])[1 + h % 16] || ' ' ||
                            (ARRAY['Abbott', 'Brandt', 'Costa', 'Dubois', 'Eriksson', 'Ferrari', 'García', 'Hofer', 'Ito',
                                   'Jansen', 'Kowalska', 'Lindqvist', 'Müller', 'Novák', 'O''Brien', 'Patel'])[1 + (h >> 4) % 16]
                       END,
                       CASE n WHEN 1 THEN 'anna' WHEN 2 THEN 'ben' WHEN 3 THEN 'carla' ELSE 'customer' || n END
                           || '@example.org',
                       (ARRAY['DE', 'DE', 'DE', 'AT', 'CH', 'FR', 'IT', 'ES',
                              'PL', 'GB', 'US', 'US', 'BR', 'JP', 'IN', 'SE'])[1 + (h >> 8) % 16],
                       (ARRAY['de-DE', 'de-DE', 'tr-DE', 'de-AT', 'fr-CH', 'fr-FR', 'it-IT', 'es-ES',
                              'pl-PL', 'en-GB', 'en-US', 'es-US', 'pt-BR', 'ja-JP', 'hi-IN', 'sv-SE'])[1 + (h >> 8) % 16],
                       (ARRAY['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich',
                              'Europe/Paris', 'Europe/Rome', 'Europe/Madrid', 'Europe/Warsaw', 'Europe/London',
                              'America/New_York', 'America/Los_Angeles', 'America/Sao_Paulo', 'Asia/Tokyo', 'Asia/Kolkata',
                              'Europe/Stockholm'])[1 + (h >> 8) % 16],
                       CASE (h >> 12) % 8 WHEN 0 THEN '{new}' WHEN 1 THEN '{new,newsletter}' WHEN 2 THEN '{regular,vip}'
                                          WHEN 3 THEN '{newsletter,regular}' WHEN 4 THEN '{newsletter,regular,vip}'
                                          ELSE '{regular}' END::text[],
                       out, statement_timestamp(), statement_timestamp(), CASE WHEN out THEN statement_timestamp() END,
                       CASE WHEN out AND p.unsubscribed IS NOT TRUE THEN 'the demonstration' END
                FROM numbered
                CROSS JOIN LATERAL (SELECT hashint8extended(n, :seed) & 9223372036854775807 AS h OFFSET 0) hash
                LEFT JOIN preference p USING (user_id)
                CROSS JOIN LATERAL (SELECT n > 3 AND (h >> 20) % 100 = 0 OR coalesce(p.unsubscribed, false) AS out) w
                WHERE NOT EXISTS (SELECT 1 FROM forgotten_customer f WHERE f.user_id = numbered.user_id)
                ON CONFLICT (user_id) DO NOTHING
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM fresh) AS inserted,
                   (SELECT count(*) FROM numbered JOIN forgotten_customer USING (user_id)) AS forgotten
            """;

    private static final Duration BATCH_TIME = Duration.ofMinutes(10);

    private record Batch(long inserted, long forgotten) {}

    private final JdbcClient jdbc;
    private final AudienceLock lock;
    private final CustomerStatistics statistics;
    private final TransactionTemplate transaction;

    CustomerGenerator(
            JdbcClient jdbc,
            AudienceLock lock,
            CustomerStatistics statistics,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.statistics = statistics;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes customers number 1 to {@code count} of the seed. Broken off, it leaves whole batches behind and may be run
     * again.
     *
     * @param count 1 to {@value #MAX_COUNT}
     */
    Generated generate(long count, long seed) {
        long started = System.nanoTime();
        long inserted = 0;
        long forgotten = 0;
        for (long first = 1; first <= count; first += BATCH) {
            Batch batch = batch(first, Math.min(count, first + BATCH - 1), seed);
            inserted += batch.inserted();
            forgotten += batch.forgotten();
        }
        statistics.refresh(inserted);
        log.info(
                "Generated {} customers, {} of them new, in {} ms",
                count - forgotten,
                inserted,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return new Generated(count - forgotten, inserted);
    }

    private Batch batch(long first, long last, long seed) {
        return transaction.execute(status -> {
            RequestPool.allow(jdbc, BATCH_TIME);
            lock.forMany();
            return jdbc.sql(INSERT)
                    .param("first", first)
                    .param("last", last)
                    .param("seed", seed)
                    .query(Batch.class)
                    .single();
        });
    }
}
