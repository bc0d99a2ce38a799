package io.promo.dispatch.audience;

import java.util.List;

/**
 * What came of an import, or would come of it.
 *
 * @param dryRun true: nothing was changed
 * @param accepted records taken: inserted, updated and unchanged together
 * @param rejected records not taken
 * @param unchanged records that say what was known already
 * @param rejects the first {@value #MAX_REJECTS} rejected records, in the order of the file
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
     * A record that was not taken.
     *
     * @param line number of the line on which it begins, from 1
     */
    record Reject(long line, String reason) {}
}
