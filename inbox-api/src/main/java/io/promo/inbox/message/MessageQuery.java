package io.promo.inbox.message;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Which page of the list is asked for: by cursor, or by number for those who page that way. */
record MessageQuery(
        @Parameter(description = "The nextCursor of the page before; absent: the first page.") @Nullable
        String cursor,

        @Parameter(description = "Messages per page, 1 to 100, default 20.")
        @Nullable
        @Min(value = 1, message = "must be 1 to 100")
        @Max(value = 100, message = "must be 1 to 100")
        Integer limit,

        @Parameter(
                description = "all, or unread: live messages not read yet, as the badge counts them.",
                schema = @Schema(allowableValues = {"all", "unread"}))
        @Nullable
        @Pattern(regexp = "all|unread", message = "must be all or unread")
        String status,

        @Parameter(description = "Number of the page from 0, instead of a cursor.")
        @Nullable
        @Min(value = 0, message = "must be 0 to 10000")
        @Max(value = 10_000, message = "must be 0 to 10000")
        Integer page,

        @Parameter(description = "The same as limit.")
        @Nullable
        @Min(value = 1, message = "must be 1 to 100")
        @Max(value = 100, message = "must be 1 to 100")
        Integer size) {

    private static final int DEFAULT_LENGTH = 20;

    boolean unreadOnly() {
        return "unread".equals(status);
    }

    int pageLength() {
        if (limit != null) {
            return limit;
        }
        return size == null ? DEFAULT_LENGTH : size;
    }

    long offset() {
        return page == null ? 0 : (long) page * pageLength();
    }
}
