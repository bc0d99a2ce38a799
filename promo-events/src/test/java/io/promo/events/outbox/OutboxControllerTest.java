package io.promo.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.events.outbox.OutboxController.OutboxPage;
import io.promo.events.outbox.OutboxController.OutboxReplayed;
import io.promo.events.outbox.OutboxController.Replay;
import io.promo.events.outbox.OutboxRecord.Status;
import io.promo.stack.testing.TestKafka;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class OutboxControllerTest {

    private final AtomicInteger woken = new AtomicInteger();
    private RelayedOutbox outbox;
    private OutboxController controller;

    @BeforeEach
    void writeFiveOfWhichTwoFailed() throws Exception {
        outbox = new RelayedOutbox(TestKafka.bootstrapServers());
        controller = new OutboxController(new OutboxRecords(outbox.jdbc), woken::incrementAndGet);
        outbox.append(List.of("a", "b", "c", "d", "e"), 1);
        outbox.jdbc
                .sql("UPDATE outbox SET status = 'FAILED', attempts = 5, refusals = 5, last_error = 'too large'"
                        + " WHERE aggregateid IN ('b', 'd')")
                .update();
    }

    @AfterEach
    void closeOutbox() throws Exception {
        outbox.close();
    }

    @Test
    void shouldListInOrderPageByPage() {
        OutboxPage first = controller.list(null, null, 2);
        assertThat(first.items()).extracting(OutboxRecord::aggregateId).containsExactly("a", "b");
        assertThat(first.hasMore()).isTrue();
        OutboxPage second = controller.list(null, first.nextCursor(), 2);
        OutboxPage third = controller.list(null, second.nextCursor(), 2);
        assertThat(third.items()).extracting(OutboxRecord::aggregateId).containsExactly("e");
        assertThat(third.hasMore()).isFalse();
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void shouldListWhatFailedAndWhy() {
        assertThat(controller.list(Status.FAILED, null, 20).items())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.lastError()).isEqualTo("too large"));
        assertThat(controller.list(Status.PENDING, null, 20).items()).hasSize(3);
    }

    @Test
    void shouldReplayOneOrAllAndTellBeforehand() {
        UUID one = controller.list(Status.FAILED, null, 20).items().get(1).id();

        assertThat(controller.replay(new Replay(null, true))).isEqualTo(new OutboxReplayed(2));
        assertThat(controller.replay(new Replay(List.of(one), true))).isEqualTo(new OutboxReplayed(1));
        assertThat(controller.list(Status.FAILED, null, 20).items()).hasSize(2);
        assertThat(woken).hasValue(0);

        assertThat(controller.replay(new Replay(List.of(one), null))).isEqualTo(new OutboxReplayed(1));
        assertThat(controller.list(Status.FAILED, null, 20).items())
                .extracting(OutboxRecord::aggregateId)
                .containsExactly("b");
        assertThat(controller.replay(null)).isEqualTo(new OutboxReplayed(1));
        assertThat(controller.list(Status.PENDING, null, 20).items())
                .hasSize(5)
                .allSatisfy(record -> assertThat(record.attempts()).isZero());
        assertThat(woken).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"there", "", "+5", " 5", "05", "\u0663", "-1", "9223372036854775808"})
    void shouldRefuseACursorItDidNotGive(String cursor) {
        assertThatThrownBy(() -> controller.list(null, cursor, 20))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getBody().getDetail()).startsWith("cursor is not one"));
    }

    @Test
    void shouldRefuseWhatIsOutOfBounds() {
        assertThatThrownBy(() -> controller.list(null, null, 101))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getBody().getDetail()).isEqualTo("limit must be between 1 and 100"));
        assertThatThrownBy(() -> controller.list(null, null, 0)).isInstanceOf(ErrorResponseException.class);
    }
}
