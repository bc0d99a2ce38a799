package io.promo.bench.usual;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilderFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.kafka.dsl.Kafka;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Splits the job and sends its parts over Kafka; the end of each is polled for in the job repository. */
@Configuration(proxyBeanMethods = false)
@Profile("manager")
class ManagerConfiguration {

    private static final long POLL_MILLIS = 500;

    @Bean
    NewTopic topic() {
        return new NewTopic(UsualApplication.TOPIC, UsualApplication.PARTITIONS, (short) 1);
    }

    @Bean
    DirectChannel requests() {
        return new DirectChannel();
    }

    @Bean
    IntegrationFlow outbound(DirectChannel requests, KafkaTemplate<String, String> kafka) {
        return IntegrationFlow.from(requests)
                .transform(
                        StepExecutionRequest.class,
                        request -> JsonMapper.shared()
                                .writeValueAsString(
                                        new PartitionRequest(request.getStepName(), request.getStepExecutionId())))
                .handle(Kafka.outboundChannelAdapter(kafka)
                        .topic(UsualApplication.TOPIC)
                        .partitionId(message -> Math.floorMod(
                                new IntegrationMessageHeaderAccessor(message).getSequenceNumber(),
                                UsualApplication.PARTITIONS)))
                .get();
    }

    @Bean
    RemotePartitioningManagerStepBuilderFactory managerSteps(JobRepository repository) {
        return new RemotePartitioningManagerStepBuilderFactory(repository);
    }

    @Bean
    Step managerStep(RemotePartitioningManagerStepBuilderFactory steps, JdbcClient jdbc, DirectChannel requests) {
        return steps.get("managerStep")
                .partitioner("workerStep", new UserRanges(jdbc))
                .gridSize(UsualApplication.PARTITIONS)
                .outputChannel(requests)
                .pollInterval(POLL_MILLIS)
                .build();
    }

    @Bean
    Job usual(JobRepository repository, Step managerStep) {
        return new JobBuilder("usual", repository).start(managerStep).build();
    }
}
