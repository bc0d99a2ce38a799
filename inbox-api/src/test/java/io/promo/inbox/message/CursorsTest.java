package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.http.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CursorsTest {

    private static final UUID OWNER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Cursors cursors = new Cursors(() -> new byte[32]);

    @Property(tries = 200)
    void shouldReadBackWhatItWrote(@ForAll("ids") UUID owner, @ForAll("ids") UUID event, @ForAll LocalDate date) {
        Position position = new Position(date, event);

        assertThat(cursors.read(owner, cursors.write(owner, position))).isEqualTo(position);
    }

    @Property(tries = 200)
    void shouldRefuseACursorWithAnyOneBitChanged(
            @ForAll("ids") UUID event, @ForAll @IntRange(max = 47) int at, @ForAll @IntRange(max = 62) int step) {
        String cursor = cursors.write(OWNER, new Position(LocalDate.of(2026, 7, 20), event));
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt((alphabet.indexOf(cursor.charAt(at)) + 1 + step) % 64);
        String tampered = cursor.substring(0, at) + other + cursor.substring(at + 1);

        assertRefused(OWNER, tampered);
    }

    @Property(tries = 200)
    void shouldRefuseAnyText(@ForAll @StringLength(max = 100) String text) {
        assertRefused(OWNER, text);
    }

    @Property(tries = 20)
    void shouldRefuseAnothersCursor(@ForAll("ids") UUID other, @ForAll("ids") UUID event) {
        String cursor = cursors.write(OWNER, new Position(LocalDate.of(2026, 7, 20), event));

        assertRefused(other, cursor);
        assertRefused(OWNER, cursor + "A");
    }

    @Property(tries = 20)
    void shouldRefuseACursorSignedWithAnotherKey(@ForAll("ids") UUID event) {
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertRefused(OWNER, new Cursors(() -> otherKey).write(OWNER, new Position(LocalDate.EPOCH, event)));
    }

    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private void assertRefused(UUID owner, String cursor) {
        assertThatThrownBy(() -> cursors.read(owner, cursor))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getBody().getStatus()).isEqualTo(400));
    }
}
