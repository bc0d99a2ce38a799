package io.promo.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A service's database with connections of their own for requests: however many of them hold on to theirs, relays, listeners and
 * scheduled work have others. Which pool a connection is from is up to the thread alone, so that nobody can choose wrong. What
 * a request asks of the database ends after {@link #STATEMENT}, its wait for others after {@link #LOCK}.
 */
public final class RequestPool extends AbstractRoutingDataSource {

    /** How long a statement of a request may take. */
    static final Duration STATEMENT = Duration.ofSeconds(10);

    /** How long a statement of a request may wait for what somebody else is changing. */
    static final Duration LOCK = Duration.ofSeconds(5);

    private static final int SIZE = 8;
    private static final long WAIT_MILLIS = 2_000;
    private static final String OPTIONS = "options";

    /**
     * @param work connections for everything but requests; its bean of its own, which Spring closes
     * @param requests as made by {@link #beside}
     */
    public RequestPool(HikariDataSource work, HikariDataSource requests) {
        setTargetDataSources(Map.<Object, Object>of(true, requests, false, work));
    }

    /** A pool for requests on the database of {@code work}: opened as they come, with a short wait and bounded statements. */
    public static HikariDataSource beside(HikariDataSource work) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("requests");
        config.setJdbcUrl(work.getJdbcUrl());
        config.setUsername(work.getUsername());
        config.setPassword(work.getPassword());
        config.setConnectionInitSql(work.getConnectionInitSql());
        config.setDataSourceProperties(limited(work.getDataSourceProperties()));
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        // The database may be away while the service starts.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * Lets the statements of the caller's transaction take longer than a request's usually may: for the few requests of
     * operators that change customers by the million.
     */
    public static void allow(JdbcClient jdbc, Duration atMost) {
        jdbc.sql("SELECT set_config('statement_timeout', :millis, true), set_config('lock_timeout', :millis, true)")
                .param("millis", String.valueOf(atMost.toMillis()))
                .query()
                .singleRow();
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return RequestContextHolder.getRequestAttributes() != null;
    }

    private static Properties limited(Properties work) {
        Properties properties = new Properties();
        properties.putAll(work);
        properties.setProperty(
                OPTIONS,
                options(work.getProperty(OPTIONS)) + "-c statement_timeout=" + STATEMENT.toMillis()
                        + " -c lock_timeout=" + LOCK.toMillis());
        return properties;
    }

    private static String options(@Nullable String given) {
        return given == null ? "" : given + " ";
    }
}
