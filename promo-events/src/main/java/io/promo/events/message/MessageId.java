package io.promo.events.message;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The deterministic identity of a message: a replay of the same (user, event, date) makes the same id, and the date can
 * be read back from it, so that a look-up by id touches one table partition.
 *
 * <p>A UUIDv8 (RFC 9562, 5.8): 32 bits epoch day of the dispatch date, then 90 bits of a hash over user and event around
 * the version and variant bits. The hash is two rounds of the SplitMix64 finaliser (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", 2014); it spreads, it does not protect: ids are no secret and rights are checked by
 * user id.
 */
public final class MessageId {

    private static final int VERSION = 8;

    private MessageId() {}

    /** The id of the message of the given event and local dispatch date in the given user's inbox. */
    public static UUID of(UUID userId, UUID eventId, LocalDate dispatchDate) {
        return of(userId, eventId, (int) dispatchDate.toEpochDay());
    }

    /**
     * As {@link #of(UUID, UUID, LocalDate)}, for loops.
     *
     * @param epochDay days since 1970-01-01
     */
    public static UUID of(UUID userId, UUID eventId, int epochDay) {
        long a = mix(userId.getMostSignificantBits() + mix(eventId.getMostSignificantBits()));
        long b = mix(userId.getLeastSignificantBits() + mix(eventId.getLeastSignificantBits() ^ a));
        long high = mix(a ^ Long.rotateLeft(b, 32));
        long low = mix(b + high);
        long most = ((long) epochDay << 32) | (high & 0xFFFF_0000L) | (VERSION << 12) | (high & 0xFFFL);
        long least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** Whether the id has the form {@link #of} makes; any other id belongs to no message. */
    public static boolean isMessageId(UUID id) {
        return id.version() == VERSION && id.variant() == 2;
    }

    /**
     * The dispatch date the id was made with.
     *
     * @throws IllegalArgumentException when it {@linkplain #isMessageId is no message id}
     */
    public static LocalDate dispatchDate(UUID messageId) {
        if (!isMessageId(messageId)) {
            throw new IllegalArgumentException("not a message id: " + messageId);
        }
        return LocalDate.ofEpochDay((int) (messageId.getMostSignificantBits() >> 32));
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
