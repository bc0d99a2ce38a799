package io.promo.events.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    @Property(tries = 500)
    void shouldCarryItsDateAndBeTheSameEachTime(
            @ForAll long a,
            @ForAll long b,
            @ForAll long c,
            @ForAll long d,
            @ForAll @IntRange(min = -5_000, max = 90_000) int day) {
        UUID user = new UUID(a, b);
        UUID event = new UUID(c, d);
        LocalDate date = LocalDate.ofEpochDay(day);
        UUID id = MessageId.of(user, event, date);
        assertThat(id).isEqualTo(MessageId.of(user, event, date));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(MessageId.dispatchDate(id)).isEqualTo(date);
    }

    @Test
    void shouldDifferBetweenUsersAndEvents() {
        Set<UUID> ids = new HashSet<>();
        for (int user = 0; user < 300; user++) {
            for (int event = 0; event < 300; event++) {
                ids.add(MessageId.of(new UUID(0, user), new UUID(0, event), 20_000));
            }
        }
        assertThat(ids).hasSize(90_000);
    }

    @Test
    void shouldRefuseAnIdOfAnotherKind() {
        UUID random = UUID.randomUUID();
        assertThat(MessageId.isMessageId(random)).isFalse();
        assertThatThrownBy(() -> MessageId.dispatchDate(random)).isInstanceOf(IllegalArgumentException.class);
    }
}
