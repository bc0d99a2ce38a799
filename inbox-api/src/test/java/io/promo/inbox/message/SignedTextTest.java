package io.promo.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class SignedTextTest {

    private static final UUID OWNER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String PURPOSE = "cursor";

    private final SignedText signed = new SignedText(() -> new byte[32]);

    @Property(tries = 200)
    void shouldReadBackWhatItWrote(
            @ForAll("ids") UUID owner, @ForAll @NumericChars @StringLength(max = 500) String text) {
        assertThat(signed.read(owner, PURPOSE, signed.write(owner, PURPOSE, text)))
                .contains(text);
    }

    @Property(tries = 200)
    void shouldKnowNothingWithAnyOneBitChanged(
            @ForAll long number, @ForAll @IntRange(max = 500) int place, @ForAll @IntRange(max = 62) int step) {
        String written = signed.write(OWNER, PURPOSE, Long.toString(number));
        int at = place % written.length();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt((alphabet.indexOf(written.charAt(at)) + 1 + step) % 64);

        assertUnknown(OWNER, PURPOSE, written.substring(0, at) + other + written.substring(at + 1));
    }

    @Property(tries = 200)
    void shouldKnowNoOtherText(@ForAll @StringLength(max = 100) String text) {
        assertUnknown(OWNER, PURPOSE, text);
    }

    @Property(tries = 50)
    void shouldKnowNothingOfAnotherOwnerOrForAnotherPurpose(
            @ForAll("ids") UUID other, @ForAll @AlphaChars @StringLength(max = 10) String purpose) {
        String written = signed.write(OWNER, PURPOSE, "1");

        assertUnknown(other, PURPOSE, written);
        assertUnknown(OWNER, purpose, written);
        assertUnknown(OWNER, PURPOSE, written + "A");
    }

    @Property(tries = 20)
    void shouldKnowNothingSignedWithAnotherKey(@ForAll long number) {
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertUnknown(OWNER, PURPOSE, new SignedText(() -> otherKey).write(OWNER, PURPOSE, Long.toString(number)));
    }

    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private void assertUnknown(UUID owner, String purpose, String written) {
        assertThat(signed.read(owner, purpose, written)).isEmpty();
    }
}
