package io.promo.dispatch.partition;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one chunk did, or nothing.
 *
 * @param delivered eligible rows
 * @param inserted rows that were new in the inbox
 * @param unsubscribed customers it passed by because they had unsubscribed
 * @param chunks 1, or 0 when nothing was written
 * @param replayed 1 when the chunk met rows that were there and was replayed
 * @param lastUser where to resume after; null: unchanged
 */
public record Progress(
        long delivered,
        long inserted,
        List<UUID> unsubscribed,
        int chunks,
        int replayed,
        @Nullable UUID lastUser) {

    /** No rows. */
    public static final Progress NONE = new Progress(0, 0, List.of(), 0, 0, null);
}
