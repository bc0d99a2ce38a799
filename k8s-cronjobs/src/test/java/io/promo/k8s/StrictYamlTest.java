package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves the guard on planted mistakes, before {@link ManifestsTest} relies on it. */
class StrictYamlTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: planted
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: planted
                      image: planted
                      ports:
                        - containerPort: 8080
                      env:
                        - name: A
                          value: "1"
                      readinessProbe:
                        httpGet:
                          path: /
                          port: http
                      resources:
                        limits:
                          memory: 1Gi
            """;

    @Test
    void shouldAcceptWhatIsRight() throws IOException {
        assertThat(StrictYaml.read(DEPLOYMENT + "---\n" + DEPLOYMENT)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"replicas", "containers", "containerPort", "readinessProbe", "httpGet", "limits", "metadata"})
    void shouldRefuseMisspeltField(String field) {
        String misspelt = DEPLOYMENT.replace(field + ":", field + "x:");

        assertThatThrownBy(() -> StrictYaml.read(misspelt))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining(field + "x");
    }

    @Test
    void shouldRefuseNumberAsEnvironmentValue() {
        assertThatThrownBy(() -> StrictYaml.read(DEPLOYMENT.replace("value: \"1\"", "value: 1")))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("String");
    }

    @Test
    void shouldRefuseTextAsNumber() {
        assertThatThrownBy(() -> StrictYaml.read(DEPLOYMENT.replace("replicas: 2", "replicas: \"2\"")))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("Integer");
    }

    @Test
    void shouldRefuseFieldGivenTwice() {
        assertThatThrownBy(
                        () -> StrictYaml.read(DEPLOYMENT.replace("  replicas: 2\n", "  replicas: 2\n  replicas: 3\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("replicas");
    }

    @Test
    void shouldRefuseKindOfAnotherGroup() {
        assertThatThrownBy(() -> StrictYaml.read(DEPLOYMENT.replace("apps/v1", "batch/v1")))
                .hasMessageContaining("batch/v1/Deployment");
    }
}
