package io.promo.dispatch.job;

import io.promo.dispatch.guard.GuardedJobRepository;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The job {@code dispatch}: one step, partitioned over the workers. */
@Configuration(proxyBeanMethods = false)
@Profile("manager")
class DispatchJob {

    static final String NAME = "dispatch";

    @Bean
    Job dispatch(JobRepository repository, RunGuard guard, RunSplitter splitter, PartitionDispatch handler) {
        JobRepository guarded = GuardedJobRepository.of(repository, guard);
        return new JobBuilder(NAME, guarded)
                .start(new StepBuilder("manager", guarded)
                        .partitioner(splitter.getStepName(), gridSize -> java.util.Map.of())
                        .splitter(splitter)
                        .partitionHandler(handler)
                        .aggregator((manager, partitions) -> {})
                        .build())
                .build();
    }

    /** One thread for each run that is driven; each mostly waits. */
    @Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
    ExecutorService runThreads() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "run");
            thread.setDaemon(true);
            return thread;
        });
    }
}
