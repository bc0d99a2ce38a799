package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.promo.k8s.Manifests.Workload;
import io.promo.sql.Database;
import io.promo.sql.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variable set is one that the program reads, and the database users are those that may connect. */
class EnvironmentTest {

    private static final String INBOX_DATASOURCE = "PROMO_INBOX_DATASOURCE";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");

    static List<Workload> services() {
        return Manifests.workloads().stream()
                .filter(workload -> workload.owner() instanceof Deployment)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldSetOnlyPropertiesThatServicesRead(Workload service) {
        var ours = names(service).stream()
                .filter(name -> name.startsWith("PROMO_"))
                .toList();
        var springs =
                names(service).stream().filter(name -> !ours.contains(name)).toList();

        assertThat(springs).isNotEmpty().isSubsetOf(springProperties());
        if (!ours.isEmpty()) {
            assertThat(ours).isSubsetOf(placeholders(service.container().getName() + "/src/main/resources"));
        }
    }

    @Test
    void shouldSetForTheMigrationExactlyWhatItReads() {
        var roles = Arrays.stream(Role.values()).map(role -> "PROMO_SQL_" + role.name() + "_PASSWORD");
        var server =
                Stream.of("PROMO_SQL_HOST", "PROMO_SQL_PORT", "PROMO_SQL_ADMIN_USERNAME", "PROMO_SQL_ADMIN_PASSWORD");

        assertThat(names(Manifests.workload("migrate")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(server, roles).toList());
        assertThat(Repository.text("sql/src/main/java/io/promo/sql/Migrate.java"))
                .contains("PROMO_SQL_HOST", "PROMO_SQL_PORT", "\"PROMO_SQL_\" + role.name() + \"_PASSWORD\"");
    }

    @Test
    void shouldGiveEachServiceItsOwnRole() {
        assertThat(login("calendar-api", "SPRING_DATASOURCE")).isEqualTo(new Login(Database.CALENDAR, Role.CALENDAR));
        assertThat(login("inbox-api", "SPRING_DATASOURCE")).isEqualTo(new Login(Database.INBOX, Role.INBOX));
        assertThat(Stream.of("batch-dispatch-manager", "batch-dispatch-worker"))
                .allSatisfy(name -> assertThat(login(name, "SPRING_DATASOURCE"))
                        .isEqualTo(new Login(Database.DISPATCH, Role.DISPATCH)));
        assertThat(login("batch-dispatch-manager", INBOX_DATASOURCE))
                .isEqualTo(new Login(Database.INBOX, Role.MANAGER));
        assertThat(login("batch-dispatch-worker", INBOX_DATASOURCE)).isEqualTo(new Login(Database.INBOX, Role.WORKER));
    }

    @Test
    void shouldRunManagerAndWorkersFromOneImage() {
        var manager = Manifests.workload("batch-dispatch-manager");
        var worker = Manifests.workload("batch-dispatch-worker");

        assertThat(manager.variable("SPRING_PROFILES_ACTIVE").getValue()).isEqualTo("manager");
        assertThat(worker.variable("SPRING_PROFILES_ACTIVE").getValue()).isEqualTo("worker");
        assertThat(manager.container().getImage()).isEqualTo(worker.container().getImage());
    }

    /** Who connects where; reading it checks that URL, user and password belong together. */
    private record Login(Database database, Role role) {}

    private static Login login(String workload, String prefix) {
        var pod = Manifests.workload(workload);
        String user = pod.variable(prefix + "_USERNAME").getValue();
        var role = Arrays.stream(Role.values())
                .filter(candidate -> candidate.userName().equals(user))
                .findFirst()
                .orElseThrow();
        String url = pod.variable(prefix + "_URL")
                .getValueFrom()
                .getConfigMapKeyRef()
                .getKey();
        var database = Arrays.stream(Database.values())
                .filter(candidate -> url.equals(candidate.databaseName() + "-jdbc-url"))
                .findFirst()
                .orElseThrow();
        assertThat(pod.variable(prefix + "_PASSWORD")
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getKey())
                .isEqualTo(role.name().toLowerCase(Locale.ROOT) + "-password");
        assertThat(database.services()).contains(role);
        return new Login(database, role);
    }

    private static List<String> names(Workload workload) {
        return workload.environment().stream().map(EnvVar::getName).toList();
    }

    /** The names that a service's configuration takes from the environment, as in {@code ${NAME:default}}. */
    private static Set<String> placeholders(String folder) {
        return Repository.files(folder).stream()
                .filter(file -> file.startsWith("application"))
                .flatMap(file -> PLACEHOLDER
                        .matcher(Repository.text(folder + "/" + file))
                        .results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** Spring's own properties as environment variables, from the descriptions in its jars. */
    private static Set<String> springProperties() {
        try {
            var mapper = new ObjectMapper();
            return Collections.list(EnvironmentTest.class
                            .getClassLoader()
                            .getResources("META-INF/spring-configuration-metadata.json"))
                    .stream()
                    .flatMap(url -> properties(mapper, url))
                    .map(name -> name.replace('.', '_').toUpperCase(Locale.ROOT))
                    .flatMap(name -> Stream.of(name.replace("-", ""), name.replace('-', '_')))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> properties(ObjectMapper mapper, URL metadata) {
        try {
            JsonNode properties = mapper.readTree(metadata).path("properties");
            return properties.findValuesAsText("name").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
