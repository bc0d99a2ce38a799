package io.promo.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import io.promo.dispatch.process.ProcessIdentity;
import io.promo.http.RequestPool;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two databases: dispatch, which everything uses unless it says otherwise, with connections of their own for requests, and the
 * inbox behind the qualifier {@code inbox}. Every connection carries the process id as its application name, so that whoever takes over from a
 * dead process can end what it left open.
 */
@Configuration(proxyBeanMethods = false)
class DataSources {

    @Bean
    @Primary
    @ConfigurationProperties("spring.datasource")
    DataSourceProperties dispatchDataSourceProperties() {
        return new DataSourceProperties();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("work")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource workDataSource(DataSourceProperties properties, ProcessIdentity self) {
        return named(properties, self, "dispatch");
    }

    @Bean(defaultCandidate = false)
    @Qualifier("requests")
    HikariDataSource requestsDataSource(@Qualifier("work") HikariDataSource work) {
        return RequestPool.beside(work);
    }

    @Bean
    @Primary
    RequestPool dispatchDataSource(
            @Qualifier("work") HikariDataSource work, @Qualifier("requests") HikariDataSource requests) {
        return new RequestPool(work, requests);
    }

    @Bean(defaultCandidate = false)
    @ConfigurationProperties("promo.inbox.datasource")
    DataSourceProperties inboxDataSourceProperties() {
        return new DataSourceProperties();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("inbox")
    @ConfigurationProperties("promo.inbox.datasource.hikari")
    HikariDataSource inboxDataSource(
            @Qualifier("inboxDataSourceProperties") DataSourceProperties properties,
            ProcessIdentity self,
            DispatchSettings settings) {
        HikariDataSource pool = named(properties, self, "inbox");
        pool.setMaximumPoolSize(settings.workerThreads() + 2);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(5_000);
        // The inbox may be away while dispatch starts; runs then wait for it.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    /** One connection that nothing else can exhaust or keep waiting. */
    @Bean(defaultCandidate = false)
    @Qualifier("heartbeat")
    HikariDataSource heartbeatDataSource(DataSourceProperties properties, ProcessIdentity self) {
        HikariDataSource pool = named(properties, self, "heartbeat");
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        pool.addDataSourceProperty("socketTimeout", "3");
        return pool;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("heartbeat")
    JdbcClient heartbeatJdbcClient(@Qualifier("heartbeat") DataSource heartbeat) {
        return JdbcClient.create(heartbeat);
    }

    @Bean
    @Primary
    JdbcClient dispatchJdbcClient(DataSource dispatch) {
        return JdbcClient.create(dispatch);
    }

    /** For what a request sets off that may take longer than a request. */
    @Bean(defaultCandidate = false)
    @Qualifier("work")
    JdbcClient workJdbcClient(@Qualifier("work") DataSource work) {
        return JdbcClient.create(work);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("inbox")
    JdbcClient inboxJdbcClient(@Qualifier("inbox") DataSource inbox) {
        return JdbcClient.create(inbox);
    }

    private static HikariDataSource named(DataSourceProperties properties, ProcessIdentity self, String pool) {
        HikariDataSource dataSource = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        dataSource.setPoolName(pool);
        dataSource.addDataSourceProperty("ApplicationName", self.processId().toString());
        dataSource.addDataSourceProperty("reWriteBatchedInserts", "true");
        dataSource.addDataSourceProperty("tcpKeepAlive", "true");
        // A host that vanished without a word must not hold a thread for ever; no statement of ours takes as long.
        dataSource.addDataSourceProperty("socketTimeout", "900");
        return dataSource;
    }
}
