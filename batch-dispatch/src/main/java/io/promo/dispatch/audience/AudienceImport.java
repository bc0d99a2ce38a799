package io.promo.dispatch.audience;

import io.promo.dispatch.audience.ImportReport.Reject;
import io.promo.dispatch.audience.StagedCustomers.Merged;
import io.promo.dispatch.audience.StagedCustomers.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes in a file of customers that has arrived: all of its good records in one transaction. It is never held in memory. */
@Service
class AudienceImport {

    private final StagedCustomers staged;
    private final AudienceLock lock;
    private final ImportedUnsubscriptions unsubscriptions;

    AudienceImport(StagedCustomers staged, AudienceLock lock, ImportedUnsubscriptions unsubscriptions) {
        this.staged = staged;
        this.unsubscriptions = unsubscriptions;
        this.lock = lock;
    }

    /**
     * Imports the file.
     *
     * @param dryRun true: does all the work and takes it back
     * @param importedBy user name of whoever imports it
     * @throws io.promo.http.Refusal when the file is no CSV file of customers; nothing is imported
     */
    @Transactional(rollbackFor = IOException.class)
    public ImportReport run(InputStream csv, boolean dryRun, String importedBy) throws IOException {
        Rejects rejects = new Rejects();
        long valid = staged.stage(csv, rejects::add);
        // Only now: while the file is read nobody has to wait.
        lock.forMany();
        Refused refused = staged.refuse();
        Merged merged = staged.merge(importedBy);
        if (dryRun) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        } else {
            unsubscriptions.tell(importedBy);
        }
        long accepted = valid - refused.count();
        long rejected = rejects.count + refused.count();
        List<Reject> first = Stream.concat(rejects.first.stream(), refused.first().stream())
                .sorted(Comparator.comparingLong(Reject::line))
                .limit(ImportReport.MAX_REJECTS)
                .toList();
        return new ImportReport(
                dryRun,
                accepted,
                rejected,
                merged.inserted(),
                merged.updated(),
                accepted - merged.inserted() - merged.updated(),
                first,
                rejected > first.size());
    }

    /** Counts all, keeps the first. */
    private static final class Rejects {

        private final List<Reject> first = new ArrayList<>();
        private long count;

        void add(Reject reject) {
            count++;
            if (first.size() < ImportReport.MAX_REJECTS) {
                first.add(reject);
            }
        }
    }
}
