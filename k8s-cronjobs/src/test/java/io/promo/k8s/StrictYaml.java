package io.promo.k8s;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads Kubernetes documents as an API server with strict validation would: an unknown field, a field given twice, a
 * kind of another API group or a number where a string belongs is an error. The model classes by themselves keep
 * unknown fields in a map; here that door is shut.
 */
final class StrictYaml {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream.of(
                    Namespace.class,
                    ConfigMap.class,
                    Secret.class,
                    Service.class,
                    Deployment.class,
                    Job.class,
                    CronJob.class,
                    PodDisruptionBudget.class)
            .collect(Collectors.toMap(
                    type -> HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type), Function.identity()));

    private static final ObjectMapper MAPPER = mapper();

    private StrictYaml() {}

    /** The documents of a YAML text, in order; throws {@link JsonProcessingException} for the first that is wrong. */
    static List<HasMetadata> read(String yaml) throws IOException {
        List<HasMetadata> documents = new ArrayList<>();
        try (var nodes = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (nodes.hasNextValue()) {
                documents.add(document(nodes.nextValue()));
            }
        }
        return documents;
    }

    private static HasMetadata document(JsonNode node) throws JsonProcessingException {
        String kind = node.path("apiVersion").asText() + "/" + node.path("kind").asText();
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("No such kind: " + kind + ", known are " + KINDS.keySet());
        }
        return MAPPER.treeToValue(node, type);
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .setAnnotationIntrospector(new NoAnySetter());
        var text = mapper.coercionConfigFor(LogicalType.Textual);
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            text.setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }

    private static final class NoAnySetter extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
