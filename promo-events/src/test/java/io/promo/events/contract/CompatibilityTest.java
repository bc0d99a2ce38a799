package io.promo.events.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sees the check fire on violations planted here. */
class CompatibilityTest {

    private static final class Frozen {
        enum Kind {
            MESSAGE
        }

        record Offer(String name, Kind kind, int rate) {}
    }

    private static final class EnumSymbolAdded {
        enum Kind {
            MESSAGE,
            COUPON
        }

        record Offer(String name, Kind kind, int rate) {}
    }

    private static final class FieldRemoved {
        record Offer(String name, Frozen.Kind kind) {}
    }

    private static final class RequiredFieldAdded {
        record Offer(String name, Frozen.Kind kind, int rate, String zone) {}
    }

    private static final class NullableFieldAdded {
        record Offer(
                String name,
                Frozen.Kind kind,
                int rate,
                @Nullable String zone) {}
    }

    private static final class MadeNullable {
        record Offer(@Nullable String name, Frozen.Kind kind, int rate) {}
    }

    private static final class TypeWidened {
        record Offer(String name, Frozen.Kind kind, long rate) {}
    }

    private record Zoned(ZoneId zone) {}

    @Test
    void shouldCatchWhatAnOlderReleaseCannotRead() {
        assertBreaks(
                EnumSymbolAdded.Offer.class, "a release of the frozen version cannot read", "MISSING_ENUM_SYMBOLS");
        assertBreaks(FieldRemoved.Offer.class, "a release of the frozen version cannot read", "/fields/2");
        assertBreaks(MadeNullable.Offer.class, "a release of the frozen version cannot read", "TYPE_MISMATCH");
        assertBreaks(TypeWidened.Offer.class, "a release of the frozen version cannot read", "TYPE_MISMATCH");
    }

    @Test
    void shouldCatchWhatThisBuildCannotRead() {
        assertBreaks(
                RequiredFieldAdded.Offer.class,
                "this build cannot read the frozen version",
                "READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void shouldAllowANullableFieldMore() {
        assertThat(Compatibility.breaks(
                        PayloadSchema.of(NullableFieldAdded.Offer.class), PayloadSchema.of(Frozen.Offer.class)))
                .isEmpty();
    }

    @Test
    void shouldRefuseATypeWhoseFormOnTheWireIsNotAgreed() {
        assertThatThrownBy(() -> PayloadSchema.of(Zoned.class)).hasMessageContaining("java.time.ZoneId");
    }

    private static void assertBreaks(Class<?> current, String who, String why) {
        assertThat(Compatibility.breaks(PayloadSchema.of(current), PayloadSchema.of(Frozen.Offer.class)))
                .singleElement()
                .asString()
                .startsWith(who)
                .contains(why);
    }
}
