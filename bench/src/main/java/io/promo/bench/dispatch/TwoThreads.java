package io.promo.bench.dispatch;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does two things at once, as two workers would. */
final class TwoThreads {

    /** One of the two. */
    interface Work {
        void run() throws SQLException, IOException;
    }

    private TwoThreads() {}

    /** @return seconds until the last was done */
    static double run(List<? extends Work> works) throws SQLException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            long before = System.nanoTime();
            List<? extends Future<?>> done = works.stream()
                    .map(work -> threads.submit(() -> {
                        work.run();
                        return null;
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
            return (System.nanoTime() - before) / 1e9;
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
