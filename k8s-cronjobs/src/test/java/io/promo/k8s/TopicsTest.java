package io.promo.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.events.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What manifests and the operator's page say of topics is what {@link Topic} declares. */
class TopicsTest {

    private static final String OPERATIONS = "docs/operations.md";
    private static final Pattern NAME = Pattern.compile("\\b(?:promotion|customer)\\.[a-z]+(?:\\.dlt)?\\b");

    static Stream<String> pages() {
        return Stream.concat(
                Stream.of(OPERATIONS),
                Repository.files(Manifests.BASE).stream().map(file -> Manifests.BASE + "/" + file));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldNameOnlyDeclaredTopics(String page) {
        assertThat(NAME.matcher(Repository.text(page)).results().map(MatchResult::group))
                .isSubsetOf(
                        Arrays.stream(Topic.values()).map(Topic::defaultName).toList());
    }

    @Test
    void shouldStateTheDeclaredRetention() {
        assertThat(Repository.text(OPERATIONS).replaceAll("\\s+", " "))
                .contains("requests and hints %d days, facts %d, dead letters %d;"
                        .formatted(
                                days(Topic.PROMOTION_DISPATCH, Topic.PROMOTION_DISPATCHED),
                                days(Topic.PROMOTION_EVENTS, Topic.CUSTOMER_EVENTS),
                                days(Arrays.stream(Topic.values())
                                        .filter(topic -> topic.name().endsWith("_DLT"))
                                        .toArray(Topic[]::new))));
    }

    @Test
    void shouldStateHowFarWorkersScale() {
        String bound = "the %d partitions of".formatted(Topic.PROMOTION_DISPATCH.partitions());

        assertThat(Repository.text(OPERATIONS)).contains(bound + " `promotion.dispatch`");
        assertThat(Repository.text(Manifests.BASE + "/batch-dispatch-worker.yaml"))
                .contains(bound);
    }

    private static long days(Topic... topics) {
        List<Long> days = Arrays.stream(topics)
                .map(topic -> topic.retention().toDays())
                .distinct()
                .toList();
        assertThat(days).hasSize(1);
        return days.get(0);
    }
}
