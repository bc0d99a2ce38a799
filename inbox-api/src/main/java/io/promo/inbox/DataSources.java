package io.promo.inbox;

import com.zaxxer.hikari.HikariDataSource;
import io.promo.http.RequestPool;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The database, with connections of their own for requests, so that the outbox, listeners and scheduled work have theirs. */
@Configuration(proxyBeanMethods = false)
class DataSources {

    @Bean(defaultCandidate = false)
    @Qualifier("work")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource workDataSource(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean(defaultCandidate = false)
    @Qualifier("requests")
    HikariDataSource requestsDataSource(@Qualifier("work") HikariDataSource work) {
        return RequestPool.beside(work);
    }

    @Bean
    @Primary
    RequestPool dataSource(@Qualifier("work") HikariDataSource work, @Qualifier("requests") HikariDataSource requests) {
        return new RequestPool(work, requests);
    }
}
