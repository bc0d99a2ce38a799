package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.promo.k8s.Manifests.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod keeps to: probes that answer, a graceful end, no more rights than it needs. */
class PodsTest {

    static List<Workload> workloads() {
        return Manifests.workloads();
    }

    static List<Workload> services() {
        return Manifests.workloads().stream()
                .filter(workload -> workload.owner() instanceof Deployment)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldListenWhereItIsProbed(Workload workload) {
        var container = workload.container();

        assertThat(ports(workload)).containsOnlyKeys("http", "management");
        assertThat(workload.variable("SERVER_PORT").getValue())
                .isEqualTo(ports(workload).get("http").toString());
        assertThat(workload.variable("MANAGEMENT_SERVER_PORT").getValue())
                .isEqualTo(ports(workload).get("management").toString());
        assertThat(workload.variable("SERVER_ADDRESS").getValue()).isEqualTo("0.0.0.0");
        assertThat(path(container.getStartupProbe())).isEqualTo("/actuator/health/liveness");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/actuator/health/liveness");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/actuator/health/readiness");
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldLeaveTimeForAGracefulStop(Workload workload) {
        var lifecycle = workload.container().getLifecycle();
        long before = lifecycle == null ? 0 : lifecycle.getPreStop().getSleep().getSeconds();

        assertThat(workload.pod().getTerminationGracePeriodSeconds())
                .as("Spring's own bound of 30 s, and what goes before it")
                .isGreaterThan(30 + before);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldRunWithNoMoreThanItNeeds(Workload workload) {
        var pod = workload.pod();
        var container = workload.container();

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(container.getResources().getLimits())
                .containsEntry("memory", container.getResources().getRequests().get("memory"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldMountOnlyTheWritableTemporaryFolder(Workload workload) {
        assertThat(workload.container().getVolumeMounts())
                .singleElement()
                .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"))
                .satisfies(mount -> assertThat(workload.pod().getVolumes())
                        .singleElement()
                        .satisfies(volume -> assertThat(volume.getName()).isEqualTo(mount.getName()))
                        .satisfies(volume -> assertThat(volume.getEmptyDir()).isNotNull()));
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        return probe.getHttpGet().getPath();
    }

    private static Map<String, Integer> ports(Workload workload) {
        return workload.container().getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }
}
