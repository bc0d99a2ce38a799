package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.promo.k8s.Manifests.Workload;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The CronJob asks for what is due, one at a time, and tells a failure worth another try from one that is not. */
class DispatchCronJobTest {

    private final CronJob cronJob = Manifests.one(CronJob.class, "dispatch");
    private final Workload workload = Manifests.workload("dispatch");

    @Test
    void shouldNeverRunTwiceAtOnceNorTooLate() {
        var spec = cronJob.getSpec();

        assertThat(spec.getSchedule().split(" ")).hasSize(5);
        assertThat(ZoneId.of(spec.getTimeZone())).isNotNull();
        assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(Duration.ofSeconds(spec.getStartingDeadlineSeconds()))
                .isBetween(Duration.ofMinutes(1), Duration.ofHours(1));
        assertThat(spec.getSuspend()).isNull();
    }

    @Test
    void shouldTryAgainOnlyWhatMayStillSucceed() {
        var job = cronJob.getSpec().getJobTemplate().getSpec();
        var failure = job.getPodFailurePolicy().getRules().stream()
                .filter(rule -> rule.getAction().equals("FailJob"))
                .findFirst()
                .orElseThrow()
                .getOnExitCodes();

        assertThat(job.getBackoffLimit()).isPositive();
        assertThat(job.getActiveDeadlineSeconds()).isPositive();
        assertThat(failure.getOperator()).isEqualTo("In");
        assertThat(failure.getValues()).as("usage, not found, refused by state").containsExactly(2, 3, 4);
        assertThat(failure.getContainerName()).isEqualTo(workload.container().getName());
        assertThat(workload.pod().getRestartPolicy())
                .as("what a pod failure policy demands")
                .isEqualTo("Never");
    }

    @Test
    void shouldLogInAsItself() {
        assertThat(workload.environment())
                .filteredOn(variable -> variable.getName().startsWith("PROMO_CLIENT_"))
                .map(EnvVar::getName)
                .containsExactly("PROMO_CLIENT_ID", "PROMO_CLIENT_SECRET");
        assertThat(workload.variable("PROMO_CLIENT_SECRET").getValueFrom().getSecretKeyRef())
                .isNotNull();
    }

    @Test
    void shouldAskTheServicesByTheirNames() {
        var data = Manifests.one(ConfigMap.class, "promo").getData();

        assertThat(data.get("calendar-url")).isEqualTo("http://calendar-api");
        assertThat(data.get("dispatch-url")).isEqualTo("http://batch-dispatch");
        assertThat(Manifests.all(Service.class))
                .filteredOn(service -> service.getSpec().getPorts().get(0).getPort() == 80)
                .map(service -> "http://" + service.getMetadata().getName())
                .contains(data.get("calendar-url"), data.get("dispatch-url"));
    }
}
