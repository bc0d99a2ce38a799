package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.promo.sql.Migrate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images that manifests name are those that the Dockerfiles build, out of what the modules really produce. */
class ImagesTest {

    private static final String DOCKER = "k8s-cronjobs/docker/";
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ");

    @Test
    void shouldBuildEveryImageThatIsDeployed() throws JsonProcessingException {
        Set<String> tags = new TreeSet<>();
        targets().forEach(target -> tags.add(target.path("tags").path(0).asText()));
        Set<String> kustomized = new TreeSet<>();
        new ObjectMapper(new YAMLFactory())
                .readTree(Repository.text(Manifests.BASE + "/" + Manifests.KUSTOMIZATION))
                .path("images")
                .forEach(image -> kustomized.add(
                        image.path("name").asText() + ":" + image.path("newTag").asText()));

        assertThat(kustomized).isEqualTo(tags).allMatch(tag -> tag.endsWith(":" + version("pom.xml")));
        assertThat(Manifests.workloads())
                .map(workload -> workload.container().getImage() + ":" + version("pom.xml"))
                .containsOnlyElementsOf(tags)
                .containsAll(tags);
    }

    @Test
    void shouldCopyOnlyWhatTheModulesProduce() throws JsonProcessingException {
        assertThat(targets()).hasSize(5).allSatisfy(target -> {
            String dockerfile = target.path("dockerfile").asText();
            String module = target.path("args").path("MODULE").asText();
            List<String> sources = COPY.matcher(Repository.text(dockerfile))
                    .results()
                    .map(source -> source.group(1).replace("${MODULE}", module))
                    .toList();
            assertThat(sources).singleElement().satisfies(ImagesTest::assertProduced);
        });
    }

    /** What the build makes is read from the poms: this module is tested before some of the jars exist. */
    private static void assertProduced(String source) {
        String module = source.substring(0, source.indexOf('/'));
        String pom = Repository.text(module + "/pom.xml");
        String artifact = "promo-" + (module.startsWith("promo-") ? module.substring(6) : module);
        assertThat(pom).contains("<artifactId>" + artifact + "</artifactId>");
        String produced;
        if (pom.contains("<artifactId>spring-boot-maven-plugin</artifactId>")) {
            assertThat(Repository.text("pom.xml")).contains("<classifier>exec</classifier>");
            produced = "%s/target/%s-*-exec.jar".formatted(module, artifact);
        } else if (artifact.equals("promo-cli")) {
            produced = "%s/target/%s-*-all.jar".formatted(module, artifact);
        } else {
            assertThat(pom).contains("<outputDirectory>${project.build.directory}/migrate</outputDirectory>");
            produced = module + "/target/migrate/";
        }
        assertThat(source).isEqualTo(produced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "cli", "migrate"})
    void shouldRunAsTheUserOfThePods(String name) {
        String dockerfile = Repository.text(DOCKER + name + ".Dockerfile");
        long user = Manifests.workloads().get(0).pod().getSecurityContext().getRunAsUser();

        assertThat(Manifests.workloads())
                .allSatisfy(workload -> assertThat(
                                workload.pod().getSecurityContext().getRunAsUser())
                        .isEqualTo(user));
        assertThat(dockerfile).contains("\nUSER " + user + ":" + user + "\n").contains("\nENTRYPOINT [\"java\", ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "cli", "migrate"})
    void shouldSendTheBuilderNothingButWhatIsCopied(String name) {
        String source = COPY.matcher(Repository.text(DOCKER + name + ".Dockerfile"))
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
        String allowed = source.replace("${MODULE}", "*").replaceAll("/$", "");

        assertThat(Repository.text(DOCKER + name + ".Dockerfile.dockerignore").lines())
                .containsExactly("**", "!" + allowed);
    }

    @Test
    void shouldStartTheMigration() throws ReflectiveOperationException {
        String dockerfile = Repository.text(DOCKER + "migrate.Dockerfile");

        assertThat(dockerfile).endsWith("\"" + Migrate.class.getName() + "\"]\n");
        assertThat(Migrate.class.getMethod("main", String[].class)).isNotNull();
    }

    private static List<JsonNode> targets() throws JsonProcessingException {
        JsonNode bake = new ObjectMapper().readTree(Repository.text(DOCKER + "bake.json"));
        assertThat(bake.path("group").path("default").path("targets")).hasSameSizeAs(bake.path("target"));
        return bake.path("target").valueStream().toList();
    }

    private static String version(String pom) {
        return Pattern.compile("<artifactId>promo</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Repository.text(pom))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
