package io.promo.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Everything {@code base/} deploys, and the Secrets it expects, strictly parsed. */
final class Manifests {

    static final String BASE = "k8s-cronjobs/base";
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final List<HasMetadata> BASE_DOCUMENTS = Repository.files(BASE).stream()
            .filter(file -> !file.equals(KUSTOMIZATION))
            .flatMap(file -> documents(BASE + "/" + file))
            .toList();
    private static final List<HasMetadata> SECRETS =
            documents("k8s-cronjobs/secrets.example.yaml").toList();

    private Manifests() {}

    static List<HasMetadata> all() {
        return BASE_DOCUMENTS;
    }

    static <T extends HasMetadata> List<T> all(Class<T> kind) {
        return Stream.concat(BASE_DOCUMENTS.stream(), SECRETS.stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static <T extends HasMetadata> T one(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(document -> document.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + kind.getSimpleName() + " " + name));
    }

    /** Whatever makes pods. */
    static List<Workload> workloads() {
        return BASE_DOCUMENTS.stream().flatMap(Manifests::workload).toList();
    }

    static Workload workload(String name) {
        return workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing makes pods as " + name));
    }

    /** One kind of pod and who makes it. */
    record Workload(HasMetadata owner, PodTemplateSpec template) {

        String name() {
            return owner.getMetadata().getName();
        }

        ObjectMeta podMetadata() {
            return template.getMetadata();
        }

        PodSpec pod() {
            return template.getSpec();
        }

        /** Its only container. */
        Container container() {
            if (pod().getContainers().size() != 1 || !pod().getInitContainers().isEmpty()) {
                throw new AssertionError(this + " has not exactly one container");
            }
            return pod().getContainers().get(0);
        }

        List<EnvVar> environment() {
            return container().getEnv();
        }

        EnvVar variable(String name) {
            return environment().stream()
                    .filter(variable -> variable.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(this + " sets no " + name));
        }

        @Override
        public String toString() {
            return owner.getKind() + " " + name();
        }
    }

    private static Stream<Workload> workload(HasMetadata document) {
        PodTemplateSpec template = null;
        if (document instanceof Deployment deployment) {
            template = deployment.getSpec().getTemplate();
        } else if (document instanceof Job job) {
            template = job.getSpec().getTemplate();
        } else if (document instanceof CronJob cronJob) {
            template = cronJob.getSpec().getJobTemplate().getSpec().getTemplate();
        }
        return template == null ? Stream.empty() : Stream.of(new Workload(document, template));
    }

    private static Stream<HasMetadata> documents(String path) {
        try {
            return StrictYaml.read(Repository.text(path)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
