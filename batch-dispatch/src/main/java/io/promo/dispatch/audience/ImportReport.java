package io.promo.dispatch.audience;

import java.util.List;

/**
 * What came of an import, or would come of it.
 *
 * @param dryRun true: nothing was changed
 * @param accepted lines taken: inserted, updated and unchanged together
 * @param rejected lines not taken
 * @param unchanged lines that say what was known already
 * @param rejects the first {@value #MAX_REJECTS} rejected lines, in the order of the file
 * @param rejectsTruncated whether there are more
 */
record ImportReport(
        boolean dryRun,
        long accepted,
        long rejected,
        long inserted,
        long updated,
        long unchanged,
        List<Reject> rejects,
        boolean rejectsTruncated) {

    static final int MAX_REJECTS = 1_000;

    /**
     * A line that was not taken.
     *
     * @param line number in the file, from 1
     */
    record Reject(long line, String reason) {}
}
