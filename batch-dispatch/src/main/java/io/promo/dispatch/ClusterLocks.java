package io.promo.dispatch;

import io.promo.dispatch.process.ProcessIdentity;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Locks that keep scheduled work to one manager at a time, by the database's clock, each process under its own name. */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = "PT30S")
class ClusterLocks {

    @Bean
    LockProvider lockProvider(DataSource dispatch, ProcessIdentity self) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dispatch))
                .usingDbTime()
                .withLockedByValue(self.processId().toString())
                .build());
    }
}
