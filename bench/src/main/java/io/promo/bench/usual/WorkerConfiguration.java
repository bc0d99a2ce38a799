package io.promo.bench.usual;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.integration.partition.RemotePartitioningWorkerStepBuilderFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.kafka.dsl.Kafka;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Executes a partition: a paging reader, an item per customer, a batch of INSERTs per chunk of a thousand. */
@Configuration(proxyBeanMethods = false)
@Profile("worker")
class WorkerConfiguration {

    private static final int CHUNK = 1_000;
    private static final int THREADS = 2;

    @Bean
    DirectChannel requests() {
        return new DirectChannel();
    }

    @Bean
    IntegrationFlow inbound(ConsumerFactory<String, String> consumers, DirectChannel requests) {
        return IntegrationFlow.from(Kafka.messageDrivenChannelAdapter(consumers, UsualApplication.TOPIC)
                        .configureListenerContainer(container -> container.concurrency(THREADS)))
                .transform(String.class, json -> {
                    PartitionRequest request = JsonMapper.shared().readValue(json, PartitionRequest.class);
                    return new StepExecutionRequest(request.stepName(), request.stepExecutionId());
                })
                .channel(requests)
                .get();
    }

    @Bean
    RemotePartitioningWorkerStepBuilderFactory workerSteps(JobRepository repository) {
        return new RemotePartitioningWorkerStepBuilderFactory(repository);
    }

    @Bean
    Step workerStep(
            RemotePartitioningWorkerStepBuilderFactory steps,
            DirectChannel requests,
            PlatformTransactionManager transactions,
            JdbcPagingItemReader<Customer> reader,
            ItemProcessor<Customer, Message> processor,
            JdbcBatchItemWriter<Message> writer) {
        return steps.get("workerStep")
                .inputChannel(requests)
                .<Customer, Message>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .build();
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Customer> reader(
            DataSource database,
            @Value("#{stepExecutionContext['" + UserRanges.FIRST + "']}") String first,
            @Value("#{stepExecutionContext['" + UserRanges.LAST + "']}") String last)
            throws Exception {
        return new JdbcPagingItemReaderBuilder<Customer>()
                .name("customers")
                .dataSource(database)
                .selectClause("user_id, display_name")
                .fromClause("customer")
                .whereClause("NOT unsubscribed AND user_id BETWEEN :first AND :last")
                .sortKeys(Map.of("user_id", Order.ASCENDING))
                .parameterValues(Map.of("first", UUID.fromString(first), "last", UUID.fromString(last)))
                .pageSize(CHUNK)
                .rowMapper((row, number) -> new Customer(row.getObject(1, UUID.class), row.getString(2)))
                .build();
    }

    @Bean
    @StepScope
    ItemProcessor<Customer, Message> processor(
            @Value("#{jobParameters['event']}") String event, @Value("#{jobParameters['date']}") String date) {
        UUID eventId = UUID.fromString(event);
        LocalDate dispatchDate = LocalDate.parse(date);
        return customer -> Message.of(customer, eventId, dispatchDate);
    }

    @Bean
    JdbcBatchItemWriter<Message> writer(DataSource database) {
        return new JdbcBatchItemWriterBuilder<Message>()
                .dataSource(database)
                .sql("""
                        INSERT INTO message (id, user_id, event_id, dispatch_date, subject, content)
                        VALUES (:id, :userId, :eventId, :dispatchDate, :subject, :content) ON CONFLICT DO NOTHING
                        """)
                .itemSqlParameterSourceProvider(SimplePropertySqlParameterSource::new)
                .assertUpdates(false)
                .build();
    }
}
