package io.promo.calendar.http;

import io.promo.events.promotion.DatesOfEdit;
import io.promo.http.Refusal;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document beyond what controllers say: its head, and which problems an operation may answer. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Promo calendar",
                        version = "1",
                        description = "Promotions: plan, publish, cancel. Errors are RFC 9457 problem details."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
class ApiDescription {

    private static final String SCHEMA = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /**
     * A problem detail as clients see it.
     *
     * @param errors what is wrong with fields of the request
     * @param dates what an edit that needs a confirmation would do to the event's dates
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable List<Refusal.FieldProblem> errors,
            @Nullable DatesOfEdit dates) {}

    @Bean
    OpenApiCustomizer problemsInResponses() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAll(new AnnotatedType(Problem.class))
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> addProblems(path, method, operation)));
        };
    }

    private static void addProblems(String path, HttpMethod method, Operation operation) {
        if (isOpen(operation)) {
            return;
        }
        add(operation, "400", "A field, a parameter or a header is wrong; errors names each.");
        add(operation, "401", "The bearer token is missing, expired or not meant for this service.");
        add(operation, "403", "The caller's role does not allow this.");
        if (path.contains("{")) {
            add(operation, "404", "There is no such event.");
        }
        if (path.endsWith("/test-send")) {
            add(operation, "409", "The event's status does not allow this.");
        }
        boolean overwrites = method == HttpMethod.PUT || method == HttpMethod.DELETE;
        if (takes(operation, "If-Match")) {
            add(operation, "409", "The event's status does not allow this.");
            add(operation, "412", "The event is not at the version that If-Match names.");
        }
        if (overwrites) {
            add(operation, "428", "If-Match is missing.");
        }
        if (method == HttpMethod.PUT || takes(operation, "Idempotency-Key")) {
            add(operation, "422", "The event cannot be published so, or the key was used for another request.");
        }
    }

    /** Without a security of its own an operation has the document's; an empty one is for anyone. */
    private static boolean isOpen(Operation operation) {
        return operation.getSecurity() != null && operation.getSecurity().isEmpty();
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> header.equals(it.getName()));
    }

    private static void add(Operation operation, String status, String description) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content().addMediaType("application/problem+json", problem)));
    }
}
