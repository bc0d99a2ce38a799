package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.promo.k8s.Manifests.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents among each other: what one names, another has. */
class ManifestsTest {

    static List<Workload> workloads() {
        return Manifests.workloads();
    }

    static List<Deployment> deployments() {
        return Manifests.all(Deployment.class);
    }

    @Test
    void shouldListEveryFileInKustomization() throws JsonProcessingException {
        Map<String, Object> kustomization = new ObjectMapper(new YAMLFactory())
                .readValue(Repository.text(Manifests.BASE + "/" + Manifests.KUSTOMIZATION), new TypeReference<>() {});

        assertThat(kustomization).containsOnlyKeys("apiVersion", "kind", "namespace", "labels", "resources", "images");
        assertThat(kustomization).containsEntry("kind", "Kustomization").containsEntry("namespace", "promo");
        assertThat((List<?>) kustomization.get("resources"))
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(Repository.files(Manifests.BASE).stream()
                        .filter(Predicate.not(Manifests.KUSTOMIZATION::equals))
                        .toList());
    }

    @Test
    void shouldDeployWhatTheProductConsistsOf() {
        assertThat(Manifests.all())
                .map(document ->
                        document.getKind() + " " + document.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "Namespace promo",
                        "ConfigMap promo",
                        "Job migrate",
                        "Deployment calendar-api",
                        "Service calendar-api",
                        "PodDisruptionBudget calendar-api",
                        "Deployment batch-dispatch-manager",
                        "Service batch-dispatch",
                        "PodDisruptionBudget batch-dispatch-manager",
                        "Deployment batch-dispatch-worker",
                        "PodDisruptionBudget batch-dispatch-worker",
                        "Deployment inbox-api",
                        "Service inbox-api",
                        "PodDisruptionBudget inbox-api",
                        "CronJob dispatch");
    }

    @Test
    void shouldHoldNoSecret() {
        assertThat(Manifests.all()).noneMatch(Secret.class::isInstance);
        assertThat(Manifests.workloads())
                .flatMap(Workload::environment)
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|SECRET|TOKEN).*"))
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void shouldSelectItsOwnPodsOnly(Deployment deployment) {
        Map<String, String> selector = deployment.getSpec().getSelector().getMatchLabels();

        assertThat(selected(selector)).containsExactly(deployment.getMetadata().getName());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void shouldSurviveTheLossOfANode(Deployment deployment) {
        assertThat(deployment.getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
        var budget = Manifests.one(
                PodDisruptionBudget.class, deployment.getMetadata().getName());
        assertThat(budget.getSpec().getSelector())
                .isEqualTo(deployment.getSpec().getSelector());
        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
    }

    @Test
    void shouldRouteServicesToNamedContainerPorts() {
        assertThat(Manifests.all(Service.class)).hasSize(3).allSatisfy(service -> {
            List<Workload> targets = selectedWorkloads(service.getSpec().getSelector());
            assertThat(targets).hasSize(1);
            assertThat(service.getSpec().getPorts())
                    .map(port -> port.getTargetPort().getStrVal())
                    .isNotEmpty()
                    .isSubsetOf(ports(targets.get(0)).keySet())
                    .as("management is the cluster's own affair")
                    .doesNotContain("management");
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldReferOnlyToKeysThatExist(Workload workload) {
        assertThat(workload.environment()).allSatisfy(variable -> {
            EnvVarSource source = variable.getValueFrom();
            if (source == null) {
                assertThat(variable.getValue()).isNotBlank();
            } else if (source.getConfigMapKeyRef() != null) {
                var reference = source.getConfigMapKeyRef();
                assertThat(Manifests.one(ConfigMap.class, reference.getName()).getData())
                        .containsKey(reference.getKey());
            } else {
                var reference = source.getSecretKeyRef();
                assertThat(Manifests.one(Secret.class, reference.getName()).getStringData())
                        .containsKey(reference.getKey());
            }
        });
    }

    @Test
    void shouldReadEveryKeyOfTheConfiguration() {
        assertThat(Manifests.one(ConfigMap.class, "promo").getData().keySet()).isSubsetOf(references());
    }

    @Test
    void shouldMigrateTheServerThatServicesUse() {
        Map<String, String> data = Manifests.one(ConfigMap.class, "promo").getData();

        assertThat(Stream.of("calendar", "dispatch", "inbox"))
                .allSatisfy(database -> assertThat(data.get(database + "-jdbc-url"))
                        .isEqualTo("jdbc:postgresql://%s:%s/%s"
                                .formatted(data.get("postgres-host"), data.get("postgres-port"), database)));
    }

    private static List<String> selected(Map<String, String> selector) {
        return selectedWorkloads(selector).stream().map(Workload::name).toList();
    }

    private static List<Workload> selectedWorkloads(Map<String, String> selector) {
        return Manifests.workloads().stream()
                .filter(workload ->
                        workload.podMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .toList();
    }

    private static Map<String, Integer> ports(Workload workload) {
        return workload.container().getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static List<String> references() {
        return Manifests.workloads().stream()
                .flatMap(workload -> workload.environment().stream())
                .map(variable -> variable.getValueFrom())
                .filter(Objects::nonNull)
                .map(EnvVarSource::getConfigMapKeyRef)
                .filter(Objects::nonNull)
                .map(reference -> reference.getKey())
                .toList();
    }
}
